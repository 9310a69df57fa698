// The local server as one Hono app: the API, /local with the issuer, /docs, and the web.
import type { Hono } from 'hono';
import { allRoutes } from '../../functions/entry/all.ts';
import { createApp } from '../../functions/entry/app.ts';
import { authenticator } from '../../functions/platform/auth.ts';
import { browserSession } from './browser-session.ts';
import { docsApp } from './docs.ts';
import { type Issuer, identityConfig } from './issuer.ts';
import { localRoutes } from './local.routes.ts';
import type { Persona } from './personas.ts';
import { webApp } from './web.ts';
import type { LocalWorld } from './world.ts';

interface ServerDeps {
  readonly local: LocalWorld;
  readonly issuer: Issuer;
  readonly personas: () => Persona[];
  readonly pass: (days: number) => Promise<number>;
}

export function localServer({ local, issuer, personas, pass }: ServerDeps): Hono {
  const { world, outbox } = local;
  const authenticate = authenticator(issuer.identity);
  const app = createApp(world, authenticate, allRoutes);

  app.route(
    '/local',
    localRoutes({
      issuer,
      browser: browserSession(issuer, authenticate, world.table),
      table: world.table,
      outbox,
      home: world.place,
      personas,
      now: () => world.now(),
      pass: async (days) => {
        const ran = await pass(days);
        return { now: world.now(), ran };
      },
    }),
  );

  app.route('/', docsApp());
  app.route('/', webApp({ config: identityConfig(world.place) }));

  return app;
}
