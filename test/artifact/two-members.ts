// The scene of the fault tests: two members of one pool with money in it, and an offer that they can propose.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type Answer, request } from '../call.ts';
import type { Account } from './account.ts';

export interface Member {
  readonly token: string;
  readonly allocationId: string;
}

export interface TwoMembers {
  readonly ann: Member;
  readonly ben: Member;
  /** The pool's address. */
  readonly pool: string;
  readonly offerId: string;
  call(as: Member, method: string, path: string, body?: object, key?: string): Promise<Answer>;
  /** The answer's body; throws when it is a refusal. */
  must(as: Member, method: string, path: string, body?: object): Promise<Answer['body']>;
  contribute(as: Member, amountPence: number): Promise<void>;
  standing(of: Member): Promise<Standing>;
}

/** Sums and numbers of events of the pool and a member's allocation, whose chains were audited. */
export interface Standing {
  readonly freePence: number;
  readonly heldPence: number;
  readonly availablePence: number;
  readonly pooledPence: number;
  readonly poolEvents: number;
  readonly allocationEvents: number;
}

export const PRICE_PENCE = 1001;
const AGREEMENT = { decisionRule: 'everyone', quorum: 2, votingDays: 7, noticeWeeks: 4 };
const POOL = { name: 'Dancers', purpose: 'Dance.', outcomes: ['friendship'], agreement: AGREEMENT };
const WHERE = { description: 'Dance.', postcode: 'RM10' };
const ENTERPRISE = { ...WHERE, name: 'Dawn Dances', legalForm: 'sole-trader', ownership: 'owner', workers: 1 };
const PRICE = { priceModel: 'per-session', pricePence: PRICE_PENCE, minPeople: 2, maxPeople: 12, durationMinutes: 60 };
const CANCELLATION = { hours: 48, chargePercent: 50 };
const OFFER = { ...WHERE, ...PRICE, title: 'Dance class', category: 'dance', cancellation: CANCELLATION, access: [] };
const COLUMNS = 'person_ref,name,email,stream,amount_pounds,starts_on,ends_on,instalment,custody,outcomes';

export const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const row = (name: string): string =>
  `${name},${name},${name}@example.org,social-care,5000,${day(-2)},${day(300)},once,funder,friendship`;

export async function twoMembersIn({ url, signIn }: Account): Promise<TwoMembers> {
  const send = (path: string, init: RequestInit) => fetch(url + path, init);
  const call: TwoMembers['call'] = (as, method, path, body, key = randomUUID()) =>
    request(send, as.token, method, path, { key, ...(body ? { body } : {}) });
  const must: TwoMembers['must'] = async (as, method, path, body) => {
    const answer = await call(as, method, path, body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const operator = async (email: string): Promise<Member> => ({ token: (await signIn(email)) ?? '', allocationId: '' });
  const member = async (email: string): Promise<Member> => {
    const known = await operator(email);
    const { items } = await must(known, 'GET', '/v1/allocations');
    return { ...known, allocationId: items[0].id };
  };

  const [funder, dawn] = [await operator('funder@council.example'), await operator('dawn@dance.example')];
  const csv = [COLUMNS, row('ann'), row('ben')].join('\n');
  await request(send, funder.token, 'POST', '/v1/allocations/imports', { csv });
  const [ann, ben] = [await member('ann@example.org'), await member('ben@example.org')];
  const pool = `/v1/pools/${(await must(ann, 'POST', '/v1/pools', POOL)).id}`;
  const { code } = await must(ann, 'POST', `${pool}/invitations`, {});
  await must(ben, 'POST', `/v1/invitations/${code}/acceptance`, { signsAgreement: true });
  const { id } = await must(dawn, 'POST', '/v1/enterprises', ENTERPRISE);
  const offerId = (await must(dawn, 'POST', `/v1/enterprises/${id}/offers`, OFFER)).id;

  const contribute: TwoMembers['contribute'] = (as, amountPence) =>
    must(as, 'POST', `${pool}/contributions`, { allocationId: as.allocationId, amountPence });
  for (const one of [ann, ben]) await contribute(one, 100_000);
  return {
    ann,
    ben,
    pool,
    offerId,
    call,
    must,
    contribute,
    async standing(of) {
      const [seen, money, ...audits] = await Promise.all([
        must(of, 'GET', pool),
        must(of, 'GET', '/v1/allocations'),
        must(of, 'GET', `${pool.replace('/v1/', '/v1/journals/')}/audit`),
        must(of, 'GET', `/v1/journals/allocations/${of.allocationId}/audit`),
      ]);
      expect(audits.map(({ valid }) => valid)).toEqual([true, true]);
      const { freePence, heldPence } = seen;
      const { availablePence, pooledPence } = money.items[0];
      const [poolEvents, allocationEvents] = audits.map(({ events }) => events);
      return { freePence, heldPence, availablePence, pooledPence, poolEvents, allocationEvents };
    },
  };
}
