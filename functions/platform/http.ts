// HTTP in and out: mounts routes on Hono; validates, finds out who asks, answers JSON or problem+json.
import type { Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Hono } from 'hono/tiny';
import type * as z from 'zod';
import type { CommandMeta } from '../journal/journal.types.ts';
import { digest, isId, newId } from '../kernel/id.ts';
import { OutcomeUnknown, type Refusal, refuse } from '../kernel/result.ts';
import type { Actor, Scope } from './actor.ts';
import type { Authenticate } from './auth.ts';
import { type InputError, inputErrors } from './input.ts';
import { logError } from './log.ts';
import { type ProblemCode, problemOf } from './problems.ts';
import type { Route } from './route.ts';

const MAX_JSON_BYTES = 64 * 1024;
const MAX_CSV_BYTES = 1024 * 1024;
const MAX_KEY_LENGTH = 255;

interface HttpDeps<Context> {
  readonly context: Context;
  readonly authenticate: Authenticate;
  /** The actor as a supporter of `person`, or why not. */
  readonly actFor: (
    context: Context,
    actor: Actor,
    person: string,
    scope: Scope,
  ) => Promise<Actor | 'not-found' | 'not-granted'>;
}

type Refused = { refusal: Refusal<ProblemCode>; errors?: InputError[] };

export function problem({ refusal, errors }: Refused): Response {
  const { status, title } = problemOf(refusal.code);
  const body = {
    type: `/problems/${refusal.code}`,
    code: refusal.code,
    status,
    title,
    ...(refusal.detail ? { detail: refusal.detail } : {}),
    ...(errors
      ? { errors }
      : refusal.field
        ? { errors: [{ field: refusal.field, detail: refusal.detail ?? title }] }
        : {}),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (status === 503) headers.set('retry-after', '1');
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(body), { status, headers });
}

const refused = (code: ProblemCode, more: Omit<Refusal<ProblemCode>, 'code'> = {}): Refused => ({
  refusal: { code, ...more },
});

/** A Hono app that serves these routes; anything else, and anything that goes wrong, is a problem+json too. */
export function httpApp<Context>(deps: HttpDeps<Context>, routes: readonly Route<Context>[]): Hono {
  const app = new Hono();
  app.use((c, next) =>
    bodyLimit({
      maxSize: c.req.header('content-type')?.startsWith('text/csv') ? MAX_CSV_BYTES : MAX_JSON_BYTES,
      onError: () => problem(refused('too-large')),
    })(c, next),
  );
  for (const route of routes)
    app.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => serve(c, deps, route));
  app.notFound(() => problem(refused('not-found')));
  app.onError((error) => {
    if (error instanceof OutcomeUnknown) return problem(refused('busy'));
    logError('request-failed', error);
    return problem(refused('went-wrong'));
  });
  return app;
}

async function serve<Context>(c: HonoContext, deps: HttpDeps<Context>, route: Route<Context>): Promise<Response> {
  const actor = await whoAsks(c, deps, route);
  if ('refusal' in actor) return problem(actor);
  const input = await inputOf(c, route);
  if ('refusal' in input) return problem(input);
  const key = hasKey(route) ? (c.req.header('idempotency-key') ?? '') : newId();
  if (key.length < 1 || key.length > MAX_KEY_LENGTH)
    return problem(refused('key-missing', { field: 'Idempotency-Key' }));
  const { actorId, personId, place } = actor;
  const meta: CommandMeta = {
    idempotencyHash: digest(place, actorId, route.method, c.req.path, key),
    bodyHash: digest(personId, input.text),
    actorId,
    ...(personId === actorId ? {} : { onBehalfOf: personId }),
  };
  const result = await route.handle({ context: deps.context, actor, meta, ...input });
  if (!result.ok) return problem(result);
  if (route.status === 204) return new Response(null, { status: 204 });
  // Through the schema, so that a field that it does not name cannot leak.
  const answer = route.answer ? route.answer.parse(result.value) : result.value;
  return Response.json(answer, { status: route.status });
}

/** What is asked for twice with one key is done once. A DELETE needs none: again, there is nothing left to do. */
const hasKey = <Context>({ method }: Route<Context>): boolean => method === 'POST' || method === 'PUT';

const NOBODY: Actor = { place: '', actorId: '', personId: '', roles: [], funder: undefined };

async function whoAsks<Context>(
  c: HonoContext,
  deps: HttpDeps<Context>,
  route: Route<Context>,
): Promise<Actor | Refused> {
  const token = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  const signedIn = token === undefined ? refuse('not-signed-in') : await deps.authenticate(token);
  // What is open to anyone stays open while nobody can be recognised.
  if (route.who === 'anyone') return signedIn.ok ? signedIn.value : NOBODY;
  if (!signedIn.ok) return signedIn;
  const actor = signedIn.value;
  const whom = c.req.header('kitty-for');
  if (whom !== undefined && whom !== actor.personId) {
    if (!isId(whom)) return refused('not-found');
    if (!route.scope) return refused('not-granted', { detail: 'This cannot be done for somebody else.' });
    const acting = await deps.actFor(deps.context, actor, whom, route.scope);
    return typeof acting === 'string' ? refused(acting) : acting;
  }
  if (route.who !== 'signed-in' && !actor.roles.includes(route.who)) return refused('not-found');
  return actor;
}

interface Input {
  params: unknown;
  query: unknown;
  body: unknown;
  text: string;
}

async function inputOf<Context>(c: HonoContext, route: Route<Context>): Promise<Input | Refused> {
  let text = '';
  let body: unknown;
  if (route.body) {
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
    const takes = route.takes ?? 'application/json';
    text = await c.req.text();
    const nothing = type === undefined && text === '' && route.takes === undefined;
    if (type !== takes && !nothing)
      return refused('wrong-type', { field: 'Content-Type', detail: `Send Content-Type: ${takes}.` });
    if (route.takes === 'text/csv') body = text;
    // Where every field may be left out, so may the body.
    else if (nothing) body = {};
    else
      try {
        body = JSON.parse(text);
      } catch {
        return refused('bad-json');
      }
  }
  const errors: InputError[] = [];
  const check = (schema: z.ZodType | undefined, value: unknown, onError: (found: InputError[]) => void): unknown => {
    if (!schema) return undefined;
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    onError(inputErrors(parsed.error));
    return undefined;
  };
  let missing = false;
  // A malformed id in an address is a thing that does not exist.
  const params = check(route.params, c.req.param(), () => {
    missing = true;
  });
  if (missing) return refused('not-found');
  const query = check(route.query, c.req.query(), (found) => errors.push(...found));
  const parsed = check(route.body, body, (found) => errors.push(...found));
  if (errors.length > 0) return { ...refused('bad-input'), errors };
  return { params, query, body: parsed, text };
}
