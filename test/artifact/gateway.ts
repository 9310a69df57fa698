// API Gateway by the template: picks the route, demands a token where the route does, and hands the Lambda its event (payload 2.0).
import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';
import { ACCOUNT, type Cloud, REGION } from './cloud.ts';
import { FunctionError, type LambdaFunction } from './lambda.ts';
import { like } from './policy.ts';

const routeShape = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  AuthorizationType: z.enum(['JWT', 'NONE']),
  AuthorizerId: z.string().optional(),
  Target: z.string(),
});
const integrationShape = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});
const authorizerShape = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
});
const permissionShape = z.object({
  Action: z.literal('lambda:InvokeFunction'),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string(),
});
const answered = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string(),
  isBase64Encoded: z.boolean(),
});

interface GatewayDeps {
  readonly cloud: Cloud;
  readonly lambda: (name: string) => LambdaFunction;
  readonly keys: JSONWebKeySet;
  readonly now: () => string;
}

interface Route {
  readonly key: string;
  readonly method: string;
  readonly path: RegExp;
  readonly lambda: LambdaFunction;
  readonly jwt: z.output<typeof authorizerShape>['JwtConfiguration'] | undefined;
}

const problem = (status: number, message: string): Response => Response.json({ message }, { status });

export function gatewayOf({ cloud, lambda, keys, now }: GatewayDeps): (request: Request) => Promise<Response> {
  const keySet = createLocalJWKSet(keys);
  const named = (type: string, name: string) => cloud.all(type).find((one) => one.name === name)?.properties;
  const permissions = cloud
    .all('AWS::Lambda::Permission')
    .map(({ properties }) => permissionShape.parse(properties))
    .filter(({ Principal }) => Principal === 'apigateway.amazonaws.com');
  const routes = cloud
    .all('AWS::ApiGatewayV2::Route')
    .map(({ properties }): Route => {
      const { ApiId, RouteKey, AuthorizationType, AuthorizerId = '', Target } = routeShape.parse(properties);
      const [method = '', path = ''] = RouteKey.split(' ');
      const integration = named('AWS::ApiGatewayV2::Integration', Target.replace(/^integrations\//, ''));
      const { IntegrationUri } = integrationShape.parse(integration);
      const source = `arn:aws:execute-api:${REGION}:${ACCOUNT}:${ApiId}/$default/${method}${path}`;
      if (!permissions.some((one) => one.FunctionName === IntegrationUri && like(one.SourceArn, source)))
        throw new Error(`API Gateway may not call the function of ${RouteKey}`);
      const authorizer = AuthorizationType === 'JWT' ? named('AWS::ApiGatewayV2::Authorizer', AuthorizerId) : undefined;
      return {
        key: RouteKey,
        method,
        path: new RegExp(`^${path.replaceAll(/\{\w+\+\}/g, '.+').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
        lambda: lambda(cloud.at(IntegrationUri).name),
        jwt: AuthorizationType === 'JWT' ? authorizerShape.parse(authorizer).JwtConfiguration : undefined,
      };
    })
    // The most specific first: a whole path, then one with a parameter, then one with an open end.
    .sort((a, b) => generality(a.key) - generality(b.key));

  return async (request) => {
    const { pathname } = new URL(request.url);
    const route = routes.find(
      ({ method, path }) => (method === 'ANY' || method === request.method) && path.test(pathname),
    );
    if (!route) return problem(404, 'Not Found');
    let claims: JWTPayload | undefined;
    if (route.jwt) {
      const { Issuer: issuer, Audience: audience } = route.jwt;
      const token = request.headers.get('authorization')?.replace(/^Bearer /i, '') ?? '';
      const verified = await jwtVerify(token, keySet, { issuer, audience, currentDate: new Date(now()) }).catch(
        () => undefined,
      );
      if (!verified) return problem(401, 'Unauthorized');
      claims = verified.payload;
    }
    const event = await eventOf(request, route.key, claims, now());
    try {
      const { statusCode, headers = {}, body, isBase64Encoded } = answered.parse(await route.lambda.invoke(event));
      const bytes = isBase64Encoded ? Buffer.from(body, 'base64') : body;
      return new Response(statusCode === 204 ? null : bytes, { status: statusCode, headers });
    } catch (error) {
      if (error instanceof FunctionError) return problem(500, 'Internal Server Error');
      throw error;
    }
  };
}

const generality = (key: string): number =>
  (key.includes('+}') ? 4 : key.includes('{') ? 2 : 0) + (key.startsWith('ANY ') ? 1 : 0);

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
async function eventOf(request: Request, routeKey: string, claims: JWTPayload | undefined, now: string) {
  const { pathname, search, searchParams } = new URL(request.url);
  const body = await request.text();
  const query = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name).join(',')]));
  return {
    version: '2.0',
    routeKey,
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers: Object.fromEntries(request.headers),
    ...(search === '' ? {} : { queryStringParameters: query }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'api',
      ...(claims ? { authorizer: { jwt: { claims, scopes: null } } } : {}),
      domainName: `api.execute-api.${REGION}.amazonaws.com`,
      domainPrefix: 'api',
      http: {
        method: request.method,
        path: pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '192.0.2.1',
        userAgent: request.headers.get('user-agent') ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: now,
      timeEpoch: Date.parse(now),
    },
    ...(body === '' ? {} : { body }),
    isBase64Encoded: false,
  };
}
