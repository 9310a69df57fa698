// What a tour needs besides the demo place: a request, purchases that wait for money, one that was not agreed, somebody who has left.
import { addDays, dayOf } from '../../functions/kernel/clock.ts';
import type { Spawned } from '../spawned.ts';

const BODY = { joining: true, choice: 'agree' };
const WHO = ['joe', 'mary', 'nina', 'ade', 'leo', 'sam'];
const IN_DAYS = 30;

async function send(kitty: Spawned, as: string, method: string, path: string, body: unknown) {
  const answer = await kitty.call(method, path, { as, body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

const inDays = (days: number): string => addDays(dayOf(new Date().toISOString()), days);

/** Makes a request that the enterprise has not answered: six people pool, agree, and ask Dawn for a dance class. Returns the pool's id. */
export async function newRequest(kitty: Spawned, offerId: string): Promise<string> {
  const { id } = await send(kitty, 'joe', 'POST', '/v1/pools', {
    name: 'Sunday dancers',
    purpose: 'Dance on Sundays as well.',
    outcomes: ['friendship', 'fitness'],
    agreement: { decisionRule: 'consent', quorum: 4, votingDays: 7, noticeWeeks: 4, absence: 'free-with-notice' },
  });
  const { code } = await send(kitty, 'joe', 'POST', `/v1/pools/${id}/invitations`, { uses: 5 });
  for (const key of WHO.slice(1))
    await send(kitty, key, 'POST', `/v1/invitations/${code}/acceptance`, { signsAgreement: true });
  for (const key of WHO) {
    const { items } = (await kitty.call('GET', '/v1/allocations', { as: key })).body;
    await send(kitty, key, 'POST', `/v1/pools/${id}/contributions`, { allocationId: items[0].id, amountPence: 6000 });
  }
  await decided(kitty, id, 'joe', { offerId, sessions: 4, startsOn: inDays(IN_DAYS) });
  return id;
}

/** Somebody proposes something, and everybody votes yes, but for those who vote otherwise. Returns the proposal's id. */
async function decided(
  kitty: Spawned,
  poolId: string,
  by: string,
  wanted: object,
  otherwise: Readonly<Record<string, object>> = {},
): Promise<string> {
  const { proposalId } = await send(kitty, by, 'POST', `/v1/pools/${poolId}/proposals`, wanted);
  for (const key of WHO)
    await send(kitty, key, 'PUT', `/v1/pools/${poolId}/proposals/${proposalId}/vote`, otherwise[key] ?? BODY);
  return proposalId;
}

interface Decisions {
  readonly waiting: string;
  /** Waiting too, and Nina has asked the group to take it back. */
  readonly asked: string;
  readonly takeBack: string;
  readonly notAgreed: string;
}

/** Decisions of the pool that `newRequest` made; then Sam leaves it. */
export async function newDecisions(kitty: Spawned, poolId: string, offerId: string): Promise<Decisions> {
  const dear = { offerId, sessions: 12 };
  const waiting = await decided(kitty, poolId, 'joe', { ...dear, startsOn: inDays(60) });
  const asked = await decided(kitty, poolId, 'mary', { ...dear, startsOn: inDays(70) });
  const cancel = { kind: 'cancel', commissionId: `${poolId}-${asked}`, note: 'It is too dear for me after all.' };
  const { proposalId: takeBack } = await send(kitty, 'nina', 'POST', `/v1/pools/${poolId}/proposals`, cancel);
  const stay = { choice: 'agree', joining: false };
  const few = { mary: stay, nina: stay, ade: stay, leo: stay };
  const one = { offerId, sessions: 1, startsOn: inDays(40) };
  const notAgreed = await decided(kitty, poolId, 'leo', one, few);
  await send(kitty, 'sam', 'POST', `/v1/pools/${poolId}/departure`, {});
  return { waiting, asked, takeBack, notAgreed };
}
