// A Lambda that serves some routes behind API Gateway.
import { handle } from 'hono/aws-lambda';
import { authenticator } from '../platform/auth.ts';
import type { Route } from '../platform/route.ts';
import { identity, place, settings, stage, table, tells } from '../platform/settings.ts';
import type { World } from '../platform/world.ts';
import { createApp } from './app.ts';
import { lambdaWorld } from './world.ts';

export function serve(routes: readonly Route<World>[]) {
  const env = settings({ ...stage, ...table, ...identity, ...place, ...tells });
  const authenticate = authenticator({
    issuer: env.KITTY_ISSUER,
    audience: env.KITTY_AUDIENCE,
    jwksUri: env.KITTY_JWKS_URI,
  });
  const world = { ...lambdaWorld(env, env.KITTY_PLACE), tellsBy: env.KITTY_TELLS_BY };
  return handle(createApp(world, authenticate, routes));
}
