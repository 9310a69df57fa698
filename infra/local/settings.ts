// The local settings, read from the environment.
import * as z from 'zod';
import { StartupError } from '../startup-error.ts';

const empty = (value: unknown): unknown => (value === '' ? undefined : value);

const settings = z.object({
  PORT: z.preprocess(
    empty,
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65_535)
      .default(8787),
  ),
  KITTY_DATA: z.preprocess(empty, z.string().default('.kitty')),
  KITTY_TABLE: z.preprocess(
    empty,
    z
      .string()
      .regex(/^[\w.-]{3,255}$/)
      .default('kitty'),
  ),
  KITTY_DEMO: z.preprocess(empty, z.enum(['none', 'load']).default('load')),
  DYNAMODB_ENDPOINT: z.preprocess(empty, z.url({ protocol: /^https?$/ }).optional()),
});

type Settings = z.infer<typeof settings>;

const ALLOWED: Record<keyof Settings, string> = {
  PORT: 'a whole number from 0 (any free port) to 65535',
  KITTY_DATA: 'the path of a folder',
  KITTY_TABLE: '3 to 255 letters, digits, dots, hyphens or underscores',
  KITTY_DEMO: 'none (no demo place) or load',
  DYNAMODB_ENDPOINT: 'an address such as http://localhost:8000',
};

const isSetting = (name: unknown): name is keyof Settings => typeof name === 'string' && name in ALLOWED;

/** Throws StartupError that names the first wrong setting and what is allowed. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = settings.safeParse(environment);
  if (parsed.success) return parsed.data;
  const name = parsed.error.issues[0]?.path[0];
  throw new StartupError(isSetting(name) ? `${name} must be ${ALLOWED[name]}.` : 'The settings could not be read.');
}
