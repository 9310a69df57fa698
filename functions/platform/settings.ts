// Settings from the environment, as small fragments: each entry composes what it needs and is granted no more.
import * as z from 'zod/mini';
import type { Channel } from './app-context.ts';

const text = z.string().check(z.minLength(1));

/** An unknown stage throws, so that nothing runs with the settings of another stage. */
export const stage = { KITTY_STAGE: z.enum(['dev', 'prod']) };
export const table = {
  KITTY_TABLE: text,
  AWS_REGION: text,
  /** Only where the table is not AWS's own. */
  DYNAMODB_ENDPOINT: z.optional(z.url()),
};
export const identity = { KITTY_ISSUER: z.url(), KITTY_AUDIENCE: text, KITTY_JWKS_URI: z.url() };
/** The place that people see who are not signed in. */
export const place = { KITTY_PLACE: text };
/** The channels by which people can be notified there. */
export const channels = {
  KITTY_CHANNELS: z.pipe(
    z._default(z.enum(['email,text', 'email', 'nothing']), 'email,text'),
    z.transform((list): Channel[] => (list === 'email,text' ? ['email', 'text'] : list === 'email' ? ['email'] : [])),
  ),
};
/** Every place for which time passes, separated by commas. */
export const places = {
  KITTY_PLACES: z.pipe(
    z.pipe(
      text,
      z.transform((list) => list.split(',').map((one) => one.trim())),
    ),
    z.array(text),
  ),
};

/** Reads the environment once, at start. Throws a sentence that names what is missing or wrong, never its value. */
export function settings<Shape extends z.core.$ZodShape>(
  shape: Shape,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): z.output<z.ZodMiniObject<Shape>> {
  const parsed = z.object(shape).safeParse(environment);
  if (parsed.success) return parsed.data;
  const invalid = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))];
  throw new Error(`these settings are missing or not allowed: ${invalid.join(', ')}`);
}
