// Settings from the environment, as small fragments: each entry composes what it needs and is granted no more.
import * as z from 'zod';
import type { Channel } from './app-context.ts';

const text = z.string().min(1);

/** An unknown stage throws, so that nothing runs with the settings of another stage. */
export const stage = { KITTY_STAGE: z.enum(['dev', 'prod']) };
export const table = {
  KITTY_TABLE: text,
  AWS_REGION: text,
  /** Only where the table is not AWS's own. */
  DYNAMODB_ENDPOINT: z.url().optional(),
};
export const identity = { KITTY_ISSUER: z.url(), KITTY_AUDIENCE: text, KITTY_JWKS_URI: z.url() };
/** The place that people see who are not signed in. */
export const place = { KITTY_PLACE: text };
/** The channels by which people can be notified there. */
export const channels = {
  KITTY_CHANNELS: z
    .enum(['email,text', 'email', 'nothing'])
    .default('email,text')
    .transform((list): Channel[] => (list === 'email,text' ? ['email', 'text'] : list === 'email' ? ['email'] : [])),
};
/** Every place for which time passes, separated by commas. */
export const places = {
  KITTY_PLACES: text.transform((list) => list.split(',').map((one) => one.trim())).pipe(z.array(text)),
};

/** Reads the environment once, at start. Throws a sentence that names what is missing or wrong, never its value. */
export function settings<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): z.output<z.ZodObject<Shape>> {
  const parsed = z.object(shape).safeParse(environment);
  if (parsed.success) return parsed.data;
  const invalid = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))];
  throw new Error(`these settings are missing or not allowed: ${invalid.join(', ')}`);
}
