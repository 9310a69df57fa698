// The story's data: six people with their allocations, their agreement, and Dawn's offer.
import { randomUUID } from 'node:crypto';
import { allocationList } from '../../../functions/allocations/allocations.schema.ts';
import { imported } from '../../../functions/allocations/import.schema.ts';
import { addDays } from '../../../functions/kernel/clock.ts';
import { StartupError } from '../../startup-error.ts';
import { type Caller, signIn } from './kitty.ts';
import type { Friend } from './money.ts';

const NAMES = ['Rosa', 'Sam', 'Priya', 'Joe', 'Mary', 'Ade'] as const;
export const LEAVER = 'Joe';
export const GRANT_POUNDS = 120;
export const PRICE_PENCE = 5400;
const HEADER = 'person_ref,name,email,stream,amount_pounds,starts_on,ends_on,instalment,custody,outcomes';

export const POOL = {
  name: 'Tuesday dancers',
  purpose: 'Dance together, and make friends.',
  outcomes: ['friendship'],
  agreement: { decisionRule: 'consent', quorum: 4, votingDays: 7, noticeWeeks: 4 },
};

export const ENTERPRISE = {
  name: 'Dawn Dances',
  description: 'Dance for people who never thought they would.',
  postcode: 'RM10',
  legalForm: 'sole-trader',
  ownership: 'owner',
  workers: 1,
};

export const OFFER = {
  title: 'Dance class',
  description: 'An hour of dance to music that you choose.',
  category: 'dance',
  priceModel: 'per-session',
  pricePence: PRICE_PENCE,
  minPeople: 4,
  maxPeople: 12,
  durationMinutes: 60,
  postcode: 'RM10',
  cancellation: { hours: 48, chargePercent: 50 },
  access: ['step-free'],
};

/** Imports the funder's file and signs the six people in; their emails are new each time, so that the story can be run again. */
export async function grant(url: string, funder: Caller, today: string): Promise<Friend[]> {
  const run = randomUUID().slice(0, 8);
  const people = NAMES.map((name) => ({ name, email: `${name.toLowerCase()}.${run}@example.org` }));
  const rows = people.map(({ name, email }, i) =>
    [
      `STORY-${run}-${i + 1}`,
      name,
      email,
      'social-care',
      GRANT_POUNDS,
      today,
      addDays(today, 364),
      'once',
      'funder',
      'friendship;fitness',
    ].join(','),
  );
  const file = [HEADER, ...rows].join('\n');
  const taken = await funder.post('/v1/allocations/imports', file, imported);
  if (taken.imported !== people.length) throw new StartupError('The funder’s file was not taken whole.');
  return Promise.all(
    people.map(async ({ name, email }) => {
      const caller = await signIn(url, email);
      const { items } = await caller.get('/v1/allocations', allocationList);
      return { ...caller, name, allocationId: items[0]?.id ?? '' };
    }),
  );
}
