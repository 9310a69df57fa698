// The local server as one Hono app: the API, /local with the issuer, /docs, and the web.
import type { Hono } from 'hono';
import { allRoutes } from '../../functions/entry/all.ts';
import { createApp } from '../../functions/entry/app.ts';
import { authenticator } from '../../functions/platform/auth.ts';
import { browserSession } from './browser-session.ts';
import { docsApp } from './docs.ts';
import { type Issuer, identityConfig } from './issuer.ts';
import { localRoutes } from './local.routes.ts';
import type { LocalKitty } from './local-kitty.ts';
import type { Persona } from './personas.ts';
import { webApp } from './web.ts';

interface ServerDeps {
  readonly local: LocalKitty;
  readonly issuer: Issuer;
  readonly personas: () => Persona[];
  readonly pass: (days: number) => Promise<number>;
}

export function localServer({ local, issuer, personas, pass }: ServerDeps): Hono {
  const { context, outbox } = local;
  const authenticate = authenticator(issuer.identity);
  const app = createApp(context, authenticate, allRoutes);

  app.route(
    '/local',
    localRoutes({
      issuer,
      browser: browserSession(issuer, authenticate, context.table),
      table: context.table,
      outbox,
      home: context.place,
      personas,
      now: () => context.now(),
      pass: async (days) => {
        const ran = await pass(days);
        return { now: context.now(), ran };
      },
    }),
  );

  app.route('/', docsApp());
  app.route('/', webApp({ config: identityConfig(context.place) }));

  return app;
}
