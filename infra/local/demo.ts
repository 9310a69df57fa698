// The demo place at Barking and Dagenham's scale, and a second, small place, made from a seed by the API's own actions.

import { addDays, dayOf } from '../../functions/kernel/clock.ts';
import { digest } from '../../functions/kernel/id.ts';
import { grantSupport } from '../../functions/people/people.actions.ts';
import type { AppContext } from '../../functions/platform/app-context.ts';
import { holders, secondPlace, staff } from './demo/cast.ts';
import { secondPool } from './demo/deciding.ts';
import { ENTERPRISES, SECOND_ENTERPRISES } from './demo/enterprises.data.ts';
import { must } from './demo/helpers.ts';
import { fileOf, type Line, refOfMember } from './demo/people.ts';
import { loadPlace, makePersonas } from './demo/place.ts';
import { SECOND_PLACE } from './demo/places.ts';
import { playPools } from './demo/pools.ts';
import type { Persona } from './personas.ts';

/** Loads the demo as of the instant `now`. After a crash, running it again with the same instant completes it. */
export async function loadDemo(context: AppContext, now: string): Promise<Persona[]> {
  const today = dayOf(now);
  await Promise.all([loadHome(context, today), loadSecond(context, today)]);
  return [...staff, ...holders, ...secondPlace];
}

/** Only the personas whom no funder imports: a funder, a broker and enterprise owners. */
export async function loadStaff(context: AppContext): Promise<Persona[]> {
  await makePersonas(context, staff);
  return [...staff];
}

async function loadHome(context: AppContext, today: string): Promise<void> {
  const { place } = context;
  const stage = await loadPlace(context, today, {
    place,
    personas: [...staff, ...holders],
    lines: fileOf(today),
    refOf: refOfMember,
    enterprises: ENTERPRISES,
  });
  const [leo, nina] = [stage.holder('leo'), stage.holder('nina')];
  const asked = { idempotencyHash: digest('demo', place, 'grant'), bodyHash: '' };
  must(await grantSupport(context, leo, nina.personId, { scopes: ['see', 'vote', 'pay'] }, asked));
  await playPools(stage);
}

async function loadSecond(context: AppContext, today: string): Promise<void> {
  const people = secondPlace.filter(({ roles }) => roles.includes('holder'));
  const lines = people.map(
    ({ key, name, email }): Line => ({
      ref: key,
      name,
      email,
      stream: 'social-care',
      pounds: 3900,
      startsOn: addDays(today, -150),
      endsOn: addDays(today, 214),
      instalment: 'four-weekly',
      custody: 'funder',
      outcomes: ['friendship', 'learning'],
      pooling: true,
    }),
  );
  const stage = await loadPlace(context, today, {
    place: SECOND_PLACE,
    personas: secondPlace,
    lines,
    refOf: String,
    enterprises: SECOND_ENTERPRISES,
  });
  await secondPool(stage);
}
