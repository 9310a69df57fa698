// The whole server of one machine as one Hono app: the API, /local and the start page.
import type { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { allRoutes } from '../../functions/entry/all.ts';
import { createApp } from '../../functions/entry/app.ts';
import { getPerson } from '../../functions/people/people.store.ts';
import { authenticator } from '../../functions/platform/auth.ts';
import { docsApp } from './docs.ts';
import type { Issuer } from './issuer.ts';
import { COOKIE, localRoutes } from './local.routes.ts';
import { startPage } from './page.ts';
import type { Persona } from './personas.ts';
import type { LocalWorld } from './world.ts';

interface ServerDeps {
  readonly local: LocalWorld;
  readonly issuer: Issuer;
  readonly personas: () => Persona[];
  readonly pass: (days: number) => Promise<number>;
}

export function localServer({ local, issuer, personas, pass }: ServerDeps): Hono {
  const { world } = local;
  const authenticate = authenticator(issuer.identity);
  const app = createApp(world, authenticate, allRoutes);

  app.route(
    '/local',
    localRoutes({
      issuer,
      table: world.table,
      home: world.place,
      personas,
      pass: async (days) => {
        const ran = await pass(days);
        return { now: world.now(), ran };
      },
    }),
  );

  app.route('/', docsApp());

  app.get('/', async (c) => {
    const token = getCookie(c, COOKIE);
    const actor = token === undefined ? undefined : await authenticate(token);
    const person = actor && (await getPerson(world.table, actor.place, actor.person));
    c.header('cache-control', 'no-store');
    return c.html(startPage({ place: world.place, now: world.now(), personas: personas(), signedIn: person?.name }));
  });

  return app;
}
