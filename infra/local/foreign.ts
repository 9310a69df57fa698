// Whether another site's page sent this: on one machine too, nobody else's page may sign people in or move the clock.
import type { Context } from 'hono';

/** Browsers name the page's origin with every POST; scripts name none. */
export const isForeignPost = (c: Context): boolean =>
  c.req.method === 'POST' && (c.req.header('origin') ?? new URL(c.req.url).origin) !== new URL(c.req.url).origin;
