// Refuses POST requests from other sites' pages, which must not sign people in or move the clock.
import type { Context } from 'hono';

/** Browsers send the page's origin with every POST; scripts send none. */
export const isCrossSitePost = (c: Context): boolean =>
  c.req.method === 'POST' && (c.req.header('origin') ?? new URL(c.req.url).origin) !== new URL(c.req.url).origin;
