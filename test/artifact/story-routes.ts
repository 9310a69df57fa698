// The local routes that the story needs and AWS lacks: tokens for people, and a clock that can be moved.
import * as z from 'zod';
import type { Account } from './account.ts';

/** People of the story who are never imported: their keys and addresses. */
const STAFF: Readonly<Record<string, string>> = { funder: 'funder@council.example', dawn: 'dawn@dance.example' };

const tokenRequest = z.object({ persona: z.string() });
const advance = z.object({ advanceDays: z.number() });

const SERVED: Readonly<Record<string, (account: Account, request: Request) => Promise<Response>>> = {
  async '/local/tokens'(account, request) {
    const { persona } = tokenRequest.parse(await request.json());
    const token = await account.signIn(STAFF[persona] ?? persona);
    return token === undefined ? new Response(null, { status: 404 }) : Response.json({ token });
  },
  async '/local/clock'(account, request) {
    await account.pass(advance.parse(await request.json()).advanceDays);
    return Response.json({ now: account.now() });
  },
};

export const storyRoutes = (account: Account, request: Request): Promise<Response> | undefined =>
  SERVED[new URL(request.url).pathname]?.(account, request);
