// The API's Lambdas behind API Gateway's routes, which demand a token wherever the route does and limit the request rate.
import { type App, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IdentityStack } from './identity.stack.ts';
import { KittyFunction } from './kitty-function.ts';
import { KittyStack } from './kitty-stack.ts';
import { acknowledge } from './nag.ts';
import type { Options } from './options.ts';
import { IMPORT_ROUTES, OPEN_ROUTES } from './routes.ts';
import type { WebStack } from './web.stack.ts';

/** For the whole place; 350 people send a few requests a second. */
const THROTTLE = { rateLimit: 50, burstLimit: 100 };

/** No IP addresses and no paths with ids: only the route, the status and the duration. */
const LOGGED = {
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  refusedBecause: '$context.authorizer.error',
};

export class ApiStack extends KittyStack {
  readonly api: KittyFunction;
  readonly imports: KittyFunction;

  constructor(app: App, options: Options, table: Table, identity: IdentityStack, web: WebStack) {
    super(app, 'api', options);
    const issuer = identity.pool.userPoolProviderUrl;
    const audience = web.signInClient.userPoolClientId;
    const settings = {
      KITTY_PLACE: options.place,
      KITTY_ISSUER: issuer,
      KITTY_AUDIENCE: audience,
      KITTY_JWKS_URI: `${issuer}/.well-known/jwks.json`,
      KITTY_CHANNELS: options.notices === undefined ? 'nothing' : options.notices.by === 'ses' ? 'email' : 'email,text',
    };
    // An append gives up after 5 s.
    this.api = new KittyFunction(this, 'api', {
      table,
      settings,
      timeout: Duration.seconds(10),
      memoryMegabytes: 1024,
    });
    // API Gateway stops waiting after 30 s; the import goes on, and sending the same file again answers its outcome.
    this.imports = new KittyFunction(this, 'imports', {
      table,
      settings,
      timeout: Duration.minutes(5),
      memoryMegabytes: 1024,
    });
    const signedIn = new HttpJwtAuthorizer('SignedIn', issuer, { jwtAudience: [audience] });
    const open = new HttpNoneAuthorizer();
    const toApi = new HttpLambdaIntegration('ToApi', this.api);
    const toImports = new HttpLambdaIntegration('ToImports', this.imports);
    const route = (
      method: HttpMethod,
      path: string,
      integration: HttpLambdaIntegration,
      authorizer: IHttpRouteAuthorizer,
    ): HttpRoute =>
      new HttpRoute(this, `${method} ${path.slice(1).replaceAll('/', ' ')}`, {
        httpApi: web.api,
        routeKey: HttpRouteKey.with(path, method),
        integration,
        authorizer,
      });
    route(HttpMethod.ANY, '/v1/{proxy+}', toApi, signedIn);
    for (const path of IMPORT_ROUTES) route(HttpMethod.POST, path, toImports, signedIn);
    for (const path of OPEN_ROUTES)
      acknowledge(route(HttpMethod.GET, path, toApi, open), {
        'AwsSolutions-APIG4': 'Open to anyone: whether Kitty is up, and what is on offer.',
      });
    const logGroup = new LogGroup(this, 'AccessLogs', {
      logGroupName: `/kitty/${options.place}/${options.stage}/requests`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: web.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      detailedMetricsEnabled: false,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
      },
    });
  }
}
