// What a route is: one description from which the handler, the OpenAPI document and the access tests are made.
import type * as z from 'zod/mini';
import type { CommandMeta } from '../journal/journal.types.ts';
import type { Result } from '../kernel/result.ts';
import type { Actor, Role, Scope } from './actor.ts';
import type { ProblemCode } from './problems.ts';

/** Who may call: anyone; anyone signed in; or somebody with the role. `relation` says for which things. */
export type Who = 'anyone' | 'signed-in' | Role;

export interface Route<Context> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** OpenAPI spelling: /v1/pools/{id} */
  readonly path: string;
  readonly summary: string;
  readonly who: Who;
  /** Which relation to the thing the caller must have; for everybody else it does not exist (404). */
  readonly relation?: string;
  /** What a supporter must have been granted to do this for another; without it, Kitty-For is refused here. */
  readonly scope?: Scope;
  readonly params?: z.ZodMiniType;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  /** The body's content type; JSON when absent. */
  readonly contentType?: 'text/csv';
  readonly answer?: z.ZodMiniType;
  readonly status: 200 | 201 | 204;
  readonly codes: readonly ProblemCode[];
  /** What the body of a refusal says besides, by code (RFC 9457, “extension members”): only what is named here leaves. */
  readonly extensions?: Readonly<Partial<Record<ProblemCode, z.ZodMiniObject>>>;
  handle(call: Call<Context>): Promise<Result<unknown, ProblemCode>>;
}

/** One request, validated. */
export interface Call<Context, Params = unknown, Query = unknown, Body = unknown> {
  readonly context: Context;
  readonly actor: Actor;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Who makes the request, and what identifies it when it is repeated. */
  readonly meta: CommandMeta;
}

/** A route that keeps the types of its method, path and schemas; the web's client takes its types from these. */
interface TypedRoute<
  Context,
  Method extends Route<Context>['method'],
  Path extends string,
  P extends z.ZodMiniType,
  Q extends z.ZodMiniType,
  B extends z.ZodMiniType,
  A extends z.ZodMiniType,
> extends Route<Context> {
  readonly method: Method;
  readonly path: Path;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer?: A;
}

interface RouteDescription<
  Context,
  Method extends Route<Context>['method'],
  Path extends string,
  P extends z.ZodMiniType,
  Q extends z.ZodMiniType,
  B extends z.ZodMiniType,
  A extends z.ZodMiniType,
> extends Omit<TypedRoute<Context, Method, Path, P, Q, B, A>, 'handle' | 'status' | 'codes'> {
  readonly status?: 200 | 201 | 204;
  /** The refusals that only this route gives, for its documentation. */
  readonly codes?: readonly ProblemCode[];
  handle(call: Call<Context, z.output<P>, z.output<Q>, z.output<B>>): Promise<Result<z.input<A>, ProblemCode>>;
}

/** Makes `route` for one Context type, with the handler's input typed by the schemas. */
export function routes<Context>() {
  return <
    const Method extends Route<Context>['method'],
    const Path extends string,
    P extends z.ZodMiniType = z.ZodMiniUndefined,
    Q extends z.ZodMiniType = z.ZodMiniUndefined,
    B extends z.ZodMiniType = z.ZodMiniUndefined,
    A extends z.ZodMiniType = z.ZodMiniUndefined,
  >(
    described: RouteDescription<Context, Method, Path, P, Q, B, A>,
  ): TypedRoute<Context, Method, Path, P, Q, B, A> => ({ status: 200, codes: [], ...described });
}
