// Reads sums of money from the pages of the story and compares them with the API.
import { expect } from 'vitest';
import { pounds } from '../../functions/kernel/money.ts';
import { penceOf } from '../../web/src/text/format.ts';
import type { Spawned } from '../spawned.ts';
import type { Person } from './people.ts';
import { emailOf, type Friend } from './story-steps.ts';

/** A pool's totals in pence. */
export interface Pooled {
  readonly free: number;
  readonly held: number;
  readonly paid: number;
}

interface Place {
  readonly kitty: Spawned;
  readonly poolId: string;
}

function oursInWords({ free, held }: Pooled): string {
  const total = pounds(free + held);
  if (held === 0) return `We have ${total} together, and all of it is free.`;
  return `We have ${total} together: ${pounds(free)} is free and ${pounds(held)} is set aside for sessions.`;
}

/** Opens the pool's page and checks its totals, there and in the API. */
export async function poolSays({ kitty, poolId }: Place, who: Person, name: Friend, pooled: Pooled): Promise<void> {
  await who.at(`/pools/${poolId}`);
  await who.reads(oursInWords(pooled));
  if (pooled.paid > 0) await who.reads(`So far we have paid ${pounds(pooled.paid)}.`);
  const { body } = await kitty.call('GET', `/v1/pools/${poolId}`, { as: emailOf(name) });
  expect(body).toMatchObject({ freePence: pooled.free, heldPence: pooled.held, releasedPence: pooled.paid });
}

/** The first sum of money in a cell, in pence. */
function penceIn(cell = ''): number {
  const [sum = ''] = /£[\d,]+(\.\d\d)?(?=\s|$)/.exec(cell) ?? [];
  const pence = penceOf(sum);
  if (pence === undefined) throw new Error(`“${cell}” is no sum of money`);
  return pence;
}

const sumIn = async (who: Person, first: RegExp): Promise<number> => penceIn((await who.row(first)).at(-1));

/** Where one person's money is, as the table on their page shows it, in pence. */
interface PersonMoney {
  readonly free: number;
  readonly toCome: number;
  readonly inPools: number;
  readonly spent: number;
  readonly returned: number;
}

/** Reads a person's money from their page; checks that it adds up to what was granted and agrees with the API. */
export async function personMoneyOf(kitty: Spawned, who: Person, name: Friend): Promise<PersonMoney> {
  await who.at('/my-money');
  await who.expand('The same as a table');
  const money = {
    free: await sumIn(who, /^Free to use now/),
    toCome: await sumIn(who, /^Still to come/),
    inPools: await sumIn(who, /^In pools/),
    spent: await sumIn(who, /^Spent/),
    returned: await sumIn(who, /^Gone back to the funder/),
  };
  const granted = await sumIn(who, /^Granted in all/);
  expect(Object.values(money).reduce((sum, one) => sum + one)).toBe(granted);
  const { body } = await kitty.call('GET', '/v1/allocations', { as: emailOf(name) });
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({
    grantedPence: granted,
    availablePence: money.free,
    notYetAvailablePence: money.toCome,
    pooledPence: money.inPools,
    spentPence: money.spent,
    returnedPence: money.returned,
  });
  return money;
}

/** Reads an enterprise's earnings from its page, in pence; checks that the total agrees with the orders and the API. */
export async function earningsOf(kitty: Spawned, dawn: Person, enterprise: string): Promise<number> {
  await dawn.at(`${enterprise}/earnings`);
  const total = await sumIn(dawn, /^Total/);
  expect(await sumIn(dawn, /^Dance class/)).toBe(total);
  const { body } = await kitty.call('GET', `/v1/enterprises/${enterprise.split('/').at(-1)}/earnings`, { as: 'dawn' });
  expect(body.earnedPence).toBe(total);
  return total;
}

/** Reads the place's money from the funder's page, in pence; checks that it adds up to what was granted and agrees with the API. */
export async function placeOf(kitty: Spawned, funder: Person): Promise<Record<string, number>> {
  await funder.at('/place');
  const place = {
    notInPools: await sumIn(funder, /^Not in pools/),
    free: await sumIn(funder, /^Free in pools/),
    held: await sumIn(funder, /^Held for sessions/),
    paid: await sumIn(funder, /^Paid/),
    returned: await sumIn(funder, /^Returned to you/),
  };
  const granted = await sumIn(funder, /^Granted/);
  expect(Object.values(place).reduce((sum, one) => sum + one)).toBe(granted);
  const { body } = await kitty.call('GET', '/v1/totals', { as: 'funder' });
  expect(body).toMatchObject({
    grantedPence: granted,
    notInPoolsPence: place.notInPools,
    freePence: place.free,
    heldPence: place.held,
    paidPence: place.paid,
    returnedPence: place.returned,
  });
  return { granted, ...place };
}
