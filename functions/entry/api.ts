// Lambda `api`: everything under /v1, behind API Gateway.
import { handle } from 'hono/aws-lambda';
import { authenticator } from '../platform/auth.ts';
import { identity, place, settings, stage, table } from '../platform/settings.ts';
import { createApp } from './app.ts';
import { lambdaWorld } from './world.ts';

const env = settings({ ...stage, ...table, ...identity, ...place });
const authenticate = authenticator({
  issuer: env.KITTY_ISSUER,
  audience: env.KITTY_AUDIENCE,
  jwksUri: env.KITTY_JWKS_URI,
});

export const handler = handle(createApp(lambdaWorld(env, env.KITTY_PLACE), authenticate));
