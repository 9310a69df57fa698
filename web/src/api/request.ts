// Makes the HTTP request of a route: its path with the parameters in it, its query and its body.
import type { Inputs, RouteName } from './api.ts';

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  /** JSON, or the text of a CSV file. */
  readonly body?: unknown;
}

type Values = Readonly<Record<string, string | number | undefined>>;

export function requestTo<Name extends RouteName>(name: Name, input: Inputs[Name]): HttpRequest {
  const [method = '', template = ''] = name.split(' ');
  const params: Values = input.params ?? {};
  const query: Values = input.query ?? {};
  const path = template.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  ).toString();
  return {
    method,
    path: search === '' ? path : `${path}?${search}`,
    ...(input.body === undefined ? {} : { body: input.body }),
  };
}
