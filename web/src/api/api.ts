// What the API takes and answers, by the name of each route, taken from the route descriptions in functions/.
// Types only: none of the API's code is in a page.
import type * as z from 'zod/mini';
import type { allRoutes } from '../../../functions/entry/all.ts';

type AnyRoute = (typeof allRoutes)[number];
type NameOf<Route extends AnyRoute> = Route extends AnyRoute ? `${Route['method']} ${Route['path']}` : never;
type Schema<Route extends AnyRoute, Part extends 'params' | 'query' | 'body' | 'answer'> = NonNullable<Route[Part]>;

/** Everything in a path is text, so a number will do. */
type Params<S extends z.ZodMiniType> = S extends z.ZodMiniObject
  ? { readonly [Key in keyof z.input<S>]: string | number }
  : undefined;

type OptionalKeys<Value> = { [Key in keyof Value]-?: object extends Pick<Value, Key> ? Key : never }[keyof Value];

/** A query as the API reads it; what has a default may be left out. */
type Query<S extends z.ZodMiniType> = S extends z.ZodMiniObject
  ? Partial<z.output<S>> & Omit<z.output<S>, OptionalKeys<z.input<S>> | OptionalKeys<z.output<S>>>
  : undefined;

/** A schema that prepares what it is given accepts `unknown`; what it makes of it is then the type to send. */
type Body<S extends z.ZodMiniType> = unknown extends z.input<S> ? z.output<S> : z.input<S>;

/** `Api['GET /v1/pools/{id}']`: what this route takes and answers; `undefined` where it takes or answers nothing. */
export type Api = {
  [Route in AnyRoute as NameOf<Route>]: {
    readonly params: Params<Schema<Route, 'params'>>;
    readonly query: Query<Schema<Route, 'query'>>;
    readonly body: Body<Schema<Route, 'body'>>;
    readonly answer: z.output<Schema<Route, 'answer'>>;
  };
};

export type RouteName = keyof Api;
export type ReadName = Extract<RouteName, `GET ${string}`>;
export type CommandName = Exclude<RouteName, ReadName>;
export type Answer<Name extends RouteName> = Api[Name]['answer'];

/** Left out where the route takes none; a query also where every value in it may be left out. */
type Part<Name extends 'params' | 'query' | 'body', Value> = [Value] extends [undefined]
  ? { readonly [Key in Name]?: undefined }
  : Name extends 'query'
    ? object extends Value
      ? { readonly [Key in Name]?: Value }
      : { readonly [Key in Name]: Value }
    : { readonly [Key in Name]: Value };

/** What must be given to call each route. */
export type Inputs = {
  readonly [Name in RouteName]: Part<'params', Api[Name]['params']> &
    Part<'query', Api[Name]['query']> &
    Part<'body', Api[Name]['body']>;
};
