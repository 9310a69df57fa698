// HTTP in and out: mounts routes on Hono; identifies the actor, validates the input, answers JSON or problem+json.
import type { Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Hono } from 'hono/tiny';
import type * as z from 'zod/mini';
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
  /** The actor as a supporter of `personId`, or why not. */
  readonly actFor: (
    context: Context,
    actor: Actor,
    personId: string,
    scope: Scope,
  ) => Promise<Actor | 'not-found' | 'not-granted'>;
}

type Rejection = { refusal: Refusal<ProblemCode>; errors?: InputError[]; extension?: object | undefined };

export function problem({ refusal, errors, extension }: Rejection): Response {
  const { status, title } = problemOf(refusal.code);
  const body = {
    ...extension,
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

const reject = (code: ProblemCode, details: Omit<Refusal<ProblemCode>, 'code'> = {}): Rejection => ({
  refusal: { code, ...details },
});

/** A Hono app that serves these routes; anything else, and anything that goes wrong, is a problem+json too. */
export function httpApp<Context>(deps: HttpDeps<Context>, routes: readonly Route<Context>[]): Hono {
  const app = new Hono();
  app.use((c, next) =>
    bodyLimit({
      maxSize: c.req.header('content-type')?.startsWith('text/csv') ? MAX_CSV_BYTES : MAX_JSON_BYTES,
      onError: () => problem(reject('too-large')),
    })(c, next),
  );
  for (const route of routes)
    app.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => serve(c, deps, route));
  app.notFound(() => problem(reject('not-found')));
  app.onError((error) => {
    if (error instanceof OutcomeUnknown) return problem(reject('busy'));
    logError('request-failed', error);
    return problem(reject('went-wrong'));
  });
  return app;
}

async function serve<Context>(c: HonoContext, deps: HttpDeps<Context>, route: Route<Context>): Promise<Response> {
  const actor = await authorise(c, deps, route);
  if ('refusal' in actor) return problem(actor);
  const input = await readInput(c, route);
  if ('refusal' in input) return problem(input);
  const key = needsKey(route) ? (c.req.header('idempotency-key') ?? '') : newId();
  if (key.length < 1 || key.length > MAX_KEY_LENGTH)
    return problem(reject('key-missing', { field: 'Idempotency-Key' }));
  const { actorId, personId, place } = actor;
  const meta: CommandMeta = {
    idempotencyHash: digest(place, actorId, route.method, c.req.path, key),
    bodyHash: digest(personId, input.text),
    actorId,
    ...(personId === actorId ? {} : { onBehalfOf: personId }),
  };
  const result = await route.handle({ context: deps.context, actor, meta, ...input });
  if (!result.ok) {
    const { refusal } = result;
    return problem({ refusal, extension: route.extensions?.[refusal.code]?.parse(refusal.extension) });
  }
  if (route.status === 204) return new Response(null, { status: 204 });
  // Parsed with the schema, so that a field that it does not name cannot leak.
  const answer = route.answer ? route.answer.parse(result.value) : result.value;
  return Response.json(answer, { status: route.status });
}

/** A repeated request with the same key is carried out once. A DELETE needs no key: repeating it changes nothing. */
const needsKey = <Context>({ method }: Route<Context>): boolean => method === 'POST' || method === 'PUT';

const ANONYMOUS: Actor = { place: '', actorId: '', personId: '', roles: [], funder: undefined };

async function authorise<Context>(
  c: HonoContext,
  deps: HttpDeps<Context>,
  route: Route<Context>,
): Promise<Actor | Rejection> {
  const token = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  const signedIn = token === undefined ? refuse('not-signed-in') : await deps.authenticate(token);
  // What is open to anyone stays open while the key server is down.
  if (route.who === 'anyone') return signedIn.ok ? signedIn.value : ANONYMOUS;
  if (!signedIn.ok) return signedIn;
  const actor = signedIn.value;
  const personId = c.req.header('kitty-for');
  if (personId !== undefined && personId !== actor.personId) {
    if (!isId(personId)) return reject('not-found');
    if (!route.scope) return reject('not-granted', { detail: 'This cannot be done for somebody else.' });
    const supporter = await deps.actFor(deps.context, actor, personId, route.scope);
    return typeof supporter === 'string' ? reject(supporter) : supporter;
  }
  if (route.who !== 'signed-in' && !actor.roles.includes(route.who)) return reject('not-found');
  return actor;
}

interface Input {
  params: unknown;
  query: unknown;
  body: unknown;
  text: string;
}

async function readInput<Context>(c: HonoContext, route: Route<Context>): Promise<Input | Rejection> {
  let text = '';
  let body: unknown;
  if (route.body) {
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
    const contentType = route.contentType ?? 'application/json';
    text = await c.req.text();
    const isEmpty = type === undefined && text === '' && route.contentType === undefined;
    if (type !== contentType && !isEmpty)
      return reject('wrong-type', { field: 'Content-Type', detail: `Send Content-Type: ${contentType}.` });
    if (route.contentType === 'text/csv') body = text;
    // Where every field is optional, so is the body.
    else if (isEmpty) body = {};
    else
      try {
        body = JSON.parse(text);
      } catch {
        return reject('bad-json');
      }
  }
  const errors: InputError[] = [];
  const check = (
    schema: z.ZodMiniType | undefined,
    value: unknown,
    onError: (found: InputError[]) => void,
  ): unknown => {
    if (!schema) return undefined;
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    onError(inputErrors(parsed.error));
    return undefined;
  };
  let isMissing = false;
  // A malformed id in the path is answered like one that does not exist.
  const params = check(route.params, c.req.param(), () => {
    isMissing = true;
  });
  if (isMissing) return reject('not-found');
  const query = check(route.query, c.req.query(), (found) => errors.push(...found));
  const parsed = check(route.body, body, (found) => errors.push(...found));
  if (errors.length > 0) return { ...reject('bad-input'), errors };
  return { params, query, body: parsed, text };
}
