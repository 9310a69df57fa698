// Reads from the API where the story's money is, and checks that every penny is accounted for.
import { setTimeout as sleep } from 'node:timers/promises';
import type * as z from 'zod';
import { allocationList } from '../../../functions/allocations/allocations.schema.ts';
import { earnings } from '../../../functions/commissions/commissions.schema.ts';
import { poundsAndPence } from '../../../functions/kernel/money.ts';
import { pool as poolShape } from '../../../functions/pools/pools.schema.ts';
import { StartupError } from '../../startup-error.ts';
import { type Caller, Refused } from './kitty.ts';

export interface Friend extends Caller {
  readonly name: string;
  readonly allocationId: string;
}

/** One person's money, in pence. */
export interface PersonMoney {
  readonly name: string;
  readonly grantedPence: number;
  readonly notYetPence: number;
  readonly availablePence: number;
  readonly freePence: number;
  readonly heldPence: number;
  readonly paidPence: number;
  readonly returnedPence: number;
}

/** The place's money as functions/README.md (“Money”) says it: granted = all the others together. */
export interface Money {
  readonly grantedPence: number;
  readonly notYetPence: number;
  readonly availablePence: number;
  readonly freePence: number;
  readonly heldPence: number;
  readonly releasedPence: number;
  readonly returnedPence: number;
}

interface Snapshot {
  readonly money: Money;
  readonly people: readonly PersonMoney[];
}

/** Whose money to read; the pool and the enterprise once they exist. */
export interface Scene {
  readonly friends: readonly Friend[];
  readonly poolId?: string;
  readonly enterprise?: { readonly id: string; readonly owner: Caller };
}

type Pool = z.output<typeof poolShape>;

/** The pool as a member sees it; undefined for others, including those who have left. */
async function poolOf(friend: Friend, poolId: string | undefined): Promise<Pool | undefined> {
  if (poolId === undefined) return undefined;
  try {
    return await friend.get(`/v1/pools/${poolId}`, poolShape);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}

async function personMoneyOf(friend: Friend, pool: Pool | undefined): Promise<PersonMoney> {
  const { items } = await friend.get('/v1/allocations', allocationList);
  const own = items.find(({ id }) => id === friend.allocationId);
  if (!own) throw new StartupError(`${friend.name}’s money is not in their list.`);
  const mine = pool?.mine ?? { freePence: 0, heldPence: 0 };
  check(`${friend.name}’s money in the pool`, own.pooledPence, mine.freePence + mine.heldPence);
  return {
    name: friend.name,
    grantedPence: own.grantedPence,
    notYetPence: own.notYetAvailablePence,
    availablePence: own.availablePence,
    freePence: mine.freePence,
    heldPence: mine.heldPence,
    paidPence: own.spentPence,
    returnedPence: own.returnedPence,
  };
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);

function check(what: string, found: number, expected: number): void {
  if (found !== expected)
    throw new StartupError(`${what} does not add up: ${poundsAndPence(found)} is not ${poundsAndPence(expected)}.`);
}

/** Reads every sum from the API and checks that they agree; StartupError names the first that does not. */
export async function lookAtMoney({ friends, poolId, enterprise }: Scene): Promise<Snapshot> {
  const pools = await Promise.all(friends.map((friend) => poolOf(friend, poolId)));
  const people = await Promise.all(friends.map((friend, i) => personMoneyOf(friend, pools[i])));
  const [first] = pools;
  const total = (name: Exclude<keyof PersonMoney, 'name'>): number => sum(people, (person) => person[name]);
  const money: Money = {
    grantedPence: total('grantedPence'),
    notYetPence: total('notYetPence'),
    availablePence: total('availablePence'),
    freePence: first?.freePence ?? 0,
    heldPence: first?.heldPence ?? 0,
    releasedPence: first?.releasedPence ?? 0,
    returnedPence: total('returnedPence'),
  };
  const { grantedPence, ...places } = money;
  check('The money', sum(Object.values(places), Number), grantedPence);
  check('What is free in the pool', total('freePence'), money.freePence);
  check('What the pool holds', total('heldPence'), money.heldPence);
  check('What was paid', total('paidPence'), money.releasedPence);
  if (enterprise) check('What the enterprise has earned', await earned(enterprise, money), money.releasedPence);
  return { money, people };
}

/** Earnings are a projection, so they may be up to five seconds late. */
async function earned({ id, owner }: { id: string; owner: Caller }, { releasedPence }: Money): Promise<number> {
  for (let tries = 0; ; tries++) {
    const { earnedPence } = await owner.get(`/v1/enterprises/${id}/earnings`, earnings);
    if (earnedPence === releasedPence || tries === 50) return earnedPence;
    await sleep(100);
  }
}

/** One person's money in words. */
export function personMoneyInWords(person: PersonMoney): string {
  const { name, availablePence, freePence, heldPence, paidPence, returnedPence } = person;
  const parts = [
    `${poundsAndPence(freePence)} free in the pool`,
    `${poundsAndPence(heldPence)} held`,
    `${poundsAndPence(paidPence)} paid`,
    `${poundsAndPence(availablePence)} at home`,
    ...(returnedPence > 0 ? [`${poundsAndPence(returnedPence)} back with the council`] : []),
  ];
  return `${name}: ${parts.join(', ')}`;
}

/** The money in words, without the places where there is none. */
export function inWords({ money }: Snapshot): string {
  const places = [
    [money.notYetPence, 'not there yet'],
    [money.availablePence, 'with the people'],
    [money.freePence, 'free in the pool'],
    [money.heldPence, 'held for sessions'],
    [money.releasedPence, 'paid to Dawn'],
    [money.returnedPence, 'back with the council'],
  ] as const;
  const parts = places.filter(([pence]) => pence > 0).map(([pence, where]) => `${poundsAndPence(pence)} ${where}`);
  return `${poundsAndPence(money.grantedPence)} = ${parts.join(' + ')}`;
}
