// Makes the OpenAPI 3.1 document from the routes themselves; it never enters a Lambda bundle.
import * as z from 'zod';
import { allRoutes } from '../functions/entry/all.ts';
import type { AppContext } from '../functions/platform/app-context.ts';
import { type ProblemCode, problemOf } from '../functions/platform/problems.ts';
import type { Route } from '../functions/platform/route.ts';

type Described = Omit<Route<AppContext>, 'handle'>;

type Json = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: unknown;
}

/** The schema as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is: what is sent (`input`) or answered (`output`). */
function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): z.core.JSONSchema.BaseSchema {
  const { $schema: _, '~standard': __, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return rest;
}

function parametersIn(place: 'path' | 'query', schema: z.core.$ZodType | undefined): Parameter[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

const changes = (route: Described): boolean => route.method === 'POST' || route.method === 'PUT';

/** Every refusal that a route can answer: its own, and those that platform/http gives for it. */
export function codesOf(route: Described): ProblemCode[] {
  const signedIn = route.who !== 'anyone';
  const codes: ProblemCode[] = [
    ...(route.body ? (['bad-json', 'wrong-type', 'too-large'] as const) : []),
    ...(route.body || route.query ? (['bad-input'] as const) : []),
    ...(changes(route) ? (['key-missing', 'key-reused'] as const) : []),
    ...(signedIn ? (['not-signed-in', 'sign-in-unavailable', 'not-granted', 'not-found'] as const) : []),
    ...(route.params ? (['not-found'] as const) : []),
    ...route.codes,
    'went-wrong',
    'busy',
    'being-updated',
  ];
  const json = route.contentType !== 'text/csv';
  return [...new Set(codes)].filter((code) => json || code !== 'bad-json');
}

/** A problem with one of these codes, and what the route says besides with some of them. */
function problemSchemaOf(codes: readonly ProblemCode[], extensions: Described['extensions']): Json {
  const further = codes.map((code) => extensions?.[code]).map((one) => one && schemaOf(one, 'output').properties);
  const properties = Object.assign({ code: { enum: codes } }, ...further);
  return { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties }] };
}

/** One answer a status, naming the codes that it may carry. */
function problemsOf(codes: readonly ProblemCode[], extensions: Described['extensions']): Json {
  const byStatus = Map.groupBy(codes, (code) => problemOf(code).status);
  const answers = [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, some]) => [
      String(status),
      {
        description: some.map((code) => `\`${code}\`: ${problemOf(code).title}`).join('\n\n'),
        ...(status === 503 ? { headers: { 'Retry-After': { schema: { type: 'integer' } } } } : {}),
        content: {
          'application/problem+json': {
            schema: problemSchemaOf(some, extensions),
          },
        },
      },
    ]);
  return Object.fromEntries(answers);
}

const SUCCESS = { 200: 'Done', 201: 'Made', 204: 'Done; there is nothing to say' } as const;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** GET /v1/pools/{id}/history → getPoolsByIdHistory */
export function operationIdOf({ method, path }: Pick<Described, 'method' | 'path'>): string {
  const words = path
    .replace(/^\/v1\//, '')
    .split('/')
    .flatMap((part) => (part.startsWith('{') ? ['by', part.slice(1, -1)] : part.split('-')));
  return method.toLowerCase() + words.map(capital).join('');
}

function operationOf(route: Described): Json {
  const parameters: unknown[] = [...parametersIn('path', route.params), ...parametersIn('query', route.query)];
  if (changes(route)) parameters.push({ $ref: '#/components/parameters/IdempotencyKey' });
  if (route.scope) parameters.push({ $ref: '#/components/parameters/KittyFor' });
  const takes = route.contentType ?? 'application/json';
  const answer = route.answer && { 'application/json': { schema: schemaOf(route.answer, 'output') } };
  return {
    operationId: operationIdOf(route),
    summary: route.summary,
    tags: [route.path.split('/')[2] ?? 'kitty'],
    ...(route.who === 'anyone' ? { security: [] } : {}),
    parameters,
    ...(route.body
      ? { requestBody: { required: true, content: { [takes]: { schema: schemaOf(route.body, 'input') } } } }
      : {}),
    responses: {
      [route.status]: { description: SUCCESS[route.status], ...(answer ? { content: answer } : {}) },
      ...problemsOf(codesOf(route), route.extensions),
    },
    'x-who': route.who,
    ...(route.relation ? { 'x-relation': route.relation } : {}),
    ...(route.scope ? { 'x-scope': route.scope } : {}),
  };
}

const problemSchema = z.object({
  type: z.string(),
  code: z.string().meta({ description: 'Stable: programs may rely on it.' }),
  status: z.int(),
  title: z.string().meta({ description: 'A sentence for people.' }),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
});

const components = {
  securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
  schemas: { Problem: schemaOf(problemSchema, 'input') },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description: 'Names this request: sent again with the same key, it is done once and answered as the first time.',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    },
    KittyFor: {
      name: 'Kitty-For',
      in: 'header',
      required: false,
      description: 'The person for whom a supporter does this, within what that person has granted.',
      schema: { type: 'string' },
    },
  },
};

/** The whole document. Its paths stand in the order of the routes, so the same routes give the same bytes. */
export function openApiDocument(routes: readonly Described[] = allRoutes): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    paths[route.path] = path;
    path[route.method.toLowerCase()] = operationOf(route);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Kitty',
      version: '1',
      description:
        'Small groups put personal budgets into one pot, decide together and commission local micro-enterprises. ' +
        'Money is whole pence in fields ending Pence; days and times are Europe/London.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components,
  };
}
