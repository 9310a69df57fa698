// A Lambda that serves some routes behind API Gateway.
import { handle } from 'hono/aws-lambda';
import { withIncoming } from '../due/due.actions.ts';
import type { AppContext } from '../platform/app-context.ts';
import { authenticator } from '../platform/auth.ts';
import type { Route } from '../platform/route.ts';
import { channels, identity, place, settings, stage, table } from '../platform/settings.ts';
import { createApp } from './app.ts';
import { lambdaContext } from './lambda-context.ts';

export function serve(routes: readonly Route<AppContext>[]) {
  const env = settings({ ...stage, ...table, ...identity, ...place, ...channels });
  const authenticate = authenticator({
    issuer: env.KITTY_ISSUER,
    audience: env.KITTY_AUDIENCE,
    jwksUri: env.KITTY_JWKS_URI,
  });
  const context = { ...withIncoming(lambdaContext(env, env.KITTY_PLACE)), channels: env.KITTY_CHANNELS };
  return handle(createApp(context, authenticate, routes));
}
