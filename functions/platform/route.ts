// What a route is: one description from which the handler, the OpenAPI document and the access tests are made.
import type * as z from 'zod';
import type { Result } from '../kernel/result.ts';
import type { Actor, Role, Scope } from './actor.ts';
import type { ProblemCode } from './problems.ts';

/** Who may call: anyone; anyone signed in; or somebody with the role. `relation` says which things are theirs. */
export type Who = 'anyone' | 'signed-in' | Role;

export interface Route<World> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** OpenAPI spelling: /v1/pools/{id} */
  readonly path: string;
  readonly summary: string;
  readonly who: Who;
  /** Whose things may be reached; for everybody else they do not exist (404). */
  readonly relation?: string;
  /** What a supporter must have been granted to do this for another; without it, Kitty-For is refused here. */
  readonly scope?: Scope;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The body's content type; JSON when nothing is said. */
  readonly takes?: 'text/csv';
  readonly answer?: z.ZodType;
  readonly status: 200 | 201 | 204;
  readonly codes: readonly ProblemCode[];
  handle(call: Call<World>): Promise<Result<unknown, ProblemCode>>;
}

/** One request, validated. */
export interface Call<World, Params = unknown, Query = unknown, Body = unknown> {
  readonly world: World;
  readonly actor: Actor;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The name of this request for ever: person, method, path and Idempotency-Key. Empty for reads. */
  readonly op: string;
  /** Digest of the body and of whom it is for. */
  readonly bodyHash: string;
}

/** A route whose method, path and schemas the compiler still knows; the web's client takes its types from these. */
interface TypedRoute<
  World,
  Method extends Route<World>['method'],
  Path extends string,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
> extends Route<World> {
  readonly method: Method;
  readonly path: Path;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer?: A;
}

interface Described<
  World,
  Method extends Route<World>['method'],
  Path extends string,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
> extends Omit<TypedRoute<World, Method, Path, P, Q, B, A>, 'handle' | 'status' | 'codes'> {
  readonly status?: 200 | 201 | 204;
  /** The refusals that are particular to this route, for its documentation. */
  readonly codes?: readonly ProblemCode[];
  handle(call: Call<World, z.output<P>, z.output<Q>, z.output<B>>): Promise<Result<z.input<A>, ProblemCode>>;
}

/** Makes `route` for one World type, with the handler's input typed by the schemas. */
export function routes<World>() {
  return <
    const Method extends Route<World>['method'],
    const Path extends string,
    P extends z.ZodType = z.ZodUndefined,
    Q extends z.ZodType = z.ZodUndefined,
    B extends z.ZodType = z.ZodUndefined,
    A extends z.ZodType = z.ZodUndefined,
  >(
    described: Described<World, Method, Path, P, Q, B, A>,
  ): TypedRoute<World, Method, Path, P, Q, B, A> => ({ status: 200, codes: [], ...described });
}
