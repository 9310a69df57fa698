// Settings from the environment, as small fragments: each entry composes what it needs and is granted no more.
import * as z from 'zod';
import type { Channel } from './app-context.ts';

const text = z.string().min(1);

/** An unknown stage throws: nobody runs with settings that were meant for somewhere else. */
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
/** By which ways people can be told of things there. */
export const tells = {
  KITTY_TELLS_BY: z
    .enum(['email,text', 'email', 'nothing'])
    .default('email,text')
    .transform((said): Channel[] => (said === 'email,text' ? ['email', 'text'] : said === 'email' ? ['email'] : [])),
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
  const read = z.object(shape).safeParse(environment);
  if (read.success) return read.data;
  const wrong = [...new Set(read.error.issues.map((issue) => issue.path.join('.')))];
  throw new Error(`these settings are missing or not allowed: ${wrong.join(', ')}`);
}
