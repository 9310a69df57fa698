// People with money and pools, made through HTTP, and callers who retry with the same key until they get an answer.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, dayOf } from '../../functions/kernel/clock.ts';
import type { Answer } from '../call.ts';
import type { Spawned } from '../spawned.ts';
import { COLUMNS, enterpriseBody, offerBody } from '../stage.ts';

type Caller = Pick<Spawned, 'call' | 'token'>;

export interface Holder {
  readonly token: string;
  readonly allocationId: string;
}

export interface CrowdPool {
  readonly id: string;
  readonly people: readonly Holder[];
}

interface Asking {
  readonly as: string;
  readonly body?: object;
  readonly key?: string;
}

const PATIENCE_MS = 30_000;
const WAIT_MS = 50;
let imported = 0;

/** The body of a successful answer; throws for any other. */
async function done(asked: Promise<Answer>) {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/**
 * One request, sent again with the same key after a 503 or no answer, to the process that `to` then returns. Returns the
 * first other answer.
 */
export async function requestWithRetries(
  to: () => Caller,
  method: string,
  path: string,
  asking: Asking,
): Promise<Answer> {
  const key = asking.key ?? randomUUID();
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(WAIT_MS)) {
    const answer = await to()
      .call(method, path, { ...asking, key })
      .catch(() => undefined);
    if (answer && answer.status !== 503) return answer;
    if (Date.now() > deadline) throw new Error(`${method} ${path}: still ${answer?.status ?? 'no answer'}`);
  }
}

/** New people, each with an allocation of this many pounds, all of it available today. */
export async function newHolders(kitty: Caller, count: number, pounds: number): Promise<Holder[]> {
  const today = dayOf(new Date().toISOString());
  const emails = Array.from({ length: count }, () => `holder${imported++}-${process.pid}@example.org`);
  const lines = emails.map((email) =>
    [
      email,
      'Holder',
      email,
      'social-care',
      pounds,
      today,
      addDays(today, 364),
      'once',
      'funder',
      'friendship',
      '',
    ].join(),
  );
  const csv = [COLUMNS.join(), ...lines].join('\n');
  const { rejected } = await done(kitty.call('POST', '/v1/allocations/imports', { as: 'funder', csv }));
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
  const holders: Holder[] = [];
  for (const email of emails) {
    const token = await kitty.token(email);
    const { items } = await done(kitty.call('GET', '/v1/allocations', { as: token }));
    holders.push({ token, allocationId: items[0].id });
  }
  return holders;
}

/** A pool of these people, who have each contributed `pence`. */
export async function newPool(kitty: Caller, people: readonly Holder[], pence = 0): Promise<CrowdPool> {
  const [first, ...others] = people;
  if (!first) throw new Error('a pool needs somebody');
  const agreement = { decisionRule: 'consent', quorum: 1, votingDays: 7, noticeWeeks: 4 };
  const body = { name: 'Tuesday dancers', purpose: 'Dance together', outcomes: ['friendship'], agreement };
  const { id } = await done(kitty.call('POST', '/v1/pools', { as: first.token, body }));
  if (others.length > 0) {
    const uses = { uses: others.length };
    const { code } = await done(kitty.call('POST', `/v1/pools/${id}/invitations`, { as: first.token, body: uses }));
    const signs = { signsAgreement: true };
    for (const { token } of others)
      await done(kitty.call('POST', `/v1/invitations/${code}/acceptance`, { as: token, body: signs }));
  }
  if (pence > 0) for (const person of people) await done(contribute(() => kitty, id, person, pence));
  return { id, people };
}

export const contribute = (
  to: () => Caller,
  poolId: string,
  { token, allocationId }: Holder,
  amountPence: number,
  more: { readonly key?: string } = {},
): Promise<Answer> =>
  requestWithRetries(to, 'POST', `/v1/pools/${poolId}/contributions`, {
    as: token,
    body: { allocationId, amountPence },
    ...more,
  });

/** An offer of Dawn's at this price a session. */
export async function newOffer(kitty: Caller, pricePence: number): Promise<string> {
  const { id } = await done(kitty.call('POST', '/v1/enterprises', { as: 'dawn', body: enterpriseBody }));
  const body = { ...offerBody, pricePence };
  return (await done(kitty.call('POST', `/v1/enterprises/${id}/offers`, { as: 'dawn', body }))).id;
}

/** The path of a new proposal of the pool's first member. */
export async function newProposal(kitty: Caller, pool: CrowdPool, offerId: string, sessions: number): Promise<string> {
  const body = { offerId, sessions, startsOn: addDays(dayOf(new Date().toISOString()), 14) };
  const at = `/v1/pools/${pool.id}/proposals`;
  return `${at}/${(await done(kitty.call('POST', at, { as: pool.people[0]?.token ?? '', body }))).proposalId}`;
}

export const agree = (to: () => Caller, proposal: string, { token }: Holder): Promise<Answer> =>
  requestWithRetries(to, 'PUT', `${proposal}/vote`, { as: token, body: { choice: 'agree', joining: true } });
