// The Connect-and-deepen story, played through HTTP: six people pool, decide, dance; one leaves; one session is disputed.
import * as z from 'zod';
import { commission as commissionShape } from '../../../functions/commissions/commissions.schema.ts';
import { contributed } from '../../../functions/contributions/contributions.schema.ts';
import { addDays, dayOf } from '../../../functions/kernel/clock.ts';
import { poundsAndPence } from '../../../functions/kernel/money.ts';
import * as pool from '../../../functions/pools/pools.schema.ts';
import { proposed, voted } from '../../../functions/proposals/proposals.schema.ts';
import { StartupError } from '../../startup-error.ts';
import { AGREED_PENCE, after, DISPUTED, dance, SESSIONS } from './dance.ts';
import { ENTERPRISE, GRANT_POUNDS, grant, LEAVER, OFFER, POOL, PRICE_PENCE } from './givens.ts';
import { type Caller, passDays, signIn } from './kitty.ts';
import {
  type Friend,
  inWords,
  lookAtMoney,
  type Money,
  type PersonMoney,
  personMoneyInWords,
  type Scene,
} from './money.ts';

/** The first session is on the first Tuesday from then on. */
const FIRST_IN_DAYS = 14;
const TUESDAY = 2;

/** How many days after `today` the first session is. */
function daysToFirst(today: string): number {
  const weekday = new Date(`${addDays(today, FIRST_IN_DAYS)}T00:00:00Z`).getUTCDay();
  return FIRST_IN_DAYS + ((TUESDAY - weekday + 7) % 7);
}

export interface Figures {
  readonly steps: readonly (Money & { readonly name: string })[];
  readonly grantedPence: number;
  readonly releasedPence: number;
  readonly sessions: { readonly planned: number; readonly released: number; readonly disputed: number };
  readonly disputed: { readonly session: number; readonly pricePence: number; readonly paidPence: number };
  readonly leaver: PersonMoney & { readonly returnedAtOncePence: number; readonly endsOn: string };
  readonly people: readonly PersonMoney[];
  readonly audit: readonly { readonly journal: string; readonly events: number; readonly valid: boolean }[];
  readonly valid: boolean;
}

const audited = z.object({ events: z.int(), valid: z.boolean(), brokenAt: z.int().optional() });

/** Plays the story on the Kitty at `url`; `print` is given each sentence. Throws StartupError when anything does not add up. */
export async function play(url: string, print: (sentence: string) => void): Promise<Figures> {
  const steps: (Money & { name: string })[] = [];
  const look = async (name: string, scene: Scene, isEach = false): Promise<readonly PersonMoney[]> => {
    const seen = await lookAtMoney(scene);
    steps.push({ name, ...seen.money });
    print(`   ${inWords(seen)}`);
    if (isEach) for (const person of seen.people) print(`   ${personMoneyInWords(person)}`);
    return seen.people;
  };
  const [funder, dawn] = await Promise.all([signIn(url, 'funder'), signIn(url, 'dawn')]);

  const today = dayOf(await passDays(url, 0));
  const friends = await grant(url, funder, today);
  const [rosa, ...others] = friends;
  const [leaver, priya] = [byName(friends, LEAVER), byName(friends, 'Priya')];
  if (!rosa) throw new StartupError('Nobody came.');
  print(`The council gives six people ${poundsAndPence(GRANT_POUNDS * 100)} each.`);
  await look('granted', { friends });

  const { id: poolId } = await rosa.post('/v1/pools', POOL, pool.opened);
  const { code } = await rosa.post(`/v1/pools/${poolId}/invitations`, { uses: others.length }, pool.invitation);
  for (const friend of others)
    await friend.post(`/v1/invitations/${code}/acceptance`, { signsAgreement: true }, pool.accepted);
  print('Rosa opens a pool, “Tuesday dancers”. The others join and sign the agreement.');
  for (const { allocationId, post } of friends)
    await post(`/v1/pools/${poolId}/contributions`, { allocationId, amountPence: GRANT_POUNDS * 100 }, contributed);
  print('Each puts all of it into the pool. It stays theirs until they say yes.');
  await look('pooled', { friends, poolId });

  const { id: enterpriseId } = await dawn.post('/v1/enterprises', ENTERPRISE, pool.opened);
  const { id: offerId } = await dawn.post(`/v1/enterprises/${enterpriseId}/offers`, OFFER, pool.opened);
  const scene = { friends, poolId, enterprise: { id: enterpriseId, owner: dawn } };
  print(`Dawn teaches dance. A session costs ${poundsAndPence(PRICE_PENCE)}, however many come.`);

  const days = daysToFirst(today);
  const wanted = { offerId, sessions: SESSIONS, startsOn: addDays(today, days), time: '14:00' };
  const { proposalId } = await rosa.post(`/v1/pools/${poolId}/proposals`, wanted, proposed);
  let commissionId: string | undefined;
  for (const { put } of friends) {
    const vote = { choice: 'agree', joining: true };
    ({ commissionId } = await put(`/v1/pools/${poolId}/proposals/${proposalId}/vote`, vote, voted));
  }
  if (commissionId === undefined) throw new StartupError('All agreed, and nothing was ordered.');
  const at = `/v1/commissions/${commissionId}`;
  print('Rosa proposes twelve Tuesdays. Nobody objects. The last yes sets the money aside.');
  await look('agreed', scene, true);
  await dawn.post(`${at}/acceptance`, {}, after);
  print('Dawn accepts.');

  // A session can be reported once it has begun: here on the day after.
  await passDays(url, days + 1);
  const left = await dance({ url, print, look, scene, at, rosa, priya, leaver, dawn });
  const done = await rosa.get(at, commissionShape);
  print(`All twelve sessions are over. The order is ${done.status}.`);
  const people = await look('finished', scene, true);

  const audit = [await auditOf(rosa, 'pools', poolId, 'the pool')];
  for (const friend of friends)
    audit.push(await auditOf(friend, 'allocations', friend.allocationId, `${friend.name}’s money`));
  const events = audit.reduce((total, one) => total + one.events, 0);
  print(`Seven journals were audited, ${events} events: every one follows from the one before.`);

  const money = people.find(({ name }) => name === LEAVER);
  const last = steps.at(-1);
  if (!money || !last) throw new StartupError('The story was not told to its end.');
  const released = done.sessions.filter(({ status }) => status === 'released').length;
  if (released !== SESSIONS) throw new StartupError(`Only ${released} of ${SESSIONS} sessions were paid.`);
  return {
    steps,
    grantedPence: last.grantedPence,
    releasedPence: last.releasedPence,
    sessions: { planned: done.sessions.length, released, disputed: 1 },
    disputed: { session: DISPUTED, pricePence: PRICE_PENCE, paidPence: AGREED_PENCE },
    leaver: { ...money, returnedAtOncePence: left.returnedPence, endsOn: left.endsOn },
    people,
    audit,
    valid: audit.every(({ valid }) => valid),
  };
}

function byName(friends: readonly Friend[], name: string): Friend {
  const found = friends.find((friend) => friend.name === name);
  if (!found) throw new StartupError(`${name} is not in this story.`);
  return found;
}

async function auditOf(who: Caller, kind: 'pools' | 'allocations', id: string, journal: string) {
  const { events, valid, brokenAt } = await who.get(`/v1/journals/${kind}/${id}/audit`, audited);
  if (!valid) throw new StartupError(`The journal of ${journal} is broken at event ${brokenAt}.`);
  return { journal, events, valid };
}
