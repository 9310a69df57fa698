// A commission that has left its pool's state is over for whoever could have acted on it, and for everybody else there is none.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../functions/kernel/id.ts';
import type { Answer } from '../call.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { operations } from '../samples.ts';
import { type Stage, stageOn, statusAndCode } from '../stage.ts';

const PEOPLE = [
  'participant',
  'supporter',
  'member',
  'owner',
  'strangerOwner',
  'stranger',
  'broker',
  'funder',
  'otherFunder',
] as const;
type Name = (typeof PEOPLE)[number];

let kitty: TestKitty;
let stage: Stage;
let id = '';
let confirmation: Answer;
const people = {} as Record<Name, TestPerson>;

const confirms = () => stage.act(id, 'sessions/1/confirmation', people.participant, {}, { key: 'confirms' });

/** Rosa and Priya have danced once, Sam is a member who did not come; all is settled and more than a week has passed. */
beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
  const [rosa, sam, priya] = (await stage.people(3)) as [TestPerson, TestPerson, TestPerson];
  const pool = await stage.pool([rosa, sam, priya], { pence: 6000 });
  const offer = await stage.offer();
  Object.assign(people, {
    participant: rosa,
    supporter: await kitty.newPerson('Sue', ['holder']),
    member: sam,
    owner: offer.owner,
    strangerOwner: (await stage.offer()).owner,
    stranger: await kitty.newPerson('Stan', ['holder']),
    broker: await kitty.newPerson('Bea', ['broker']),
    funder: stage.funder,
    otherFunder: { ...(await kitty.newPerson('Nat', ['funder'])), funder: 'health-board' },
  });
  await stage.grantSupport(rosa, people.supporter, ['see', 'vote', 'pay']);
  const proposal = await stage.proposeToBuy(pool.id, rosa, offer, { sessions: 1 });
  for (const one of [rosa, sam, priya]) await stage.done(stage.vote(pool.id, proposal, one, { joining: one !== sam }));
  id = `${pool.id}-${proposal}`;
  await stage.done(stage.act(id, 'acceptance', offer.owner));
  await kitty.advance(14);
  await stage.done(stage.act(id, 'sessions/1/delivery', offer.owner));
  confirmation = await confirms();
  await stage.done(stage.act(id, 'sessions/1/confirmation', priya));
  await kitty.advance(9);
  await stage.invitation(pool.id, rosa);
  expect((await stage.see(pool.id, rosa)).commissions).toEqual([]);
});
afterAll(() => kitty.stop());

const PARTICIPANT: readonly Name[] = ['participant', 'supporter'];
const OWNER: readonly Name[] = ['owner'];
/** Who may give each command, by the end of its path. */
const PARTIES: Readonly<Record<string, readonly Name[]>> = {
  acceptance: OWNER,
  refusal: OWNER,
  cancellation: OWNER,
  'sessions/{n}/cancellation': OWNER,
  'sessions/{n}/delivery': OWNER,
  'sessions/{n}/confirmation': PARTICIPANT,
  'sessions/{n}/dispute': PARTICIPANT,
  'sessions/{n}/resolution': [...PARTICIPANT, ...OWNER, 'broker', 'funder'],
  'sessions/{n}/attendance': PARTICIPANT,
  limit: PARTICIPANT,
};
const BODIES: Readonly<Record<string, object>> = {
  'sessions/{n}/resolution': { payPence: 100, reason: 'It was half as long' },
  'sessions/{n}/attendance': { coming: false },
  limit: { upToPence: 1 },
};
const START = '/v1/commissions/{id}/';
const commands = operations.filter(({ method, path }) => method !== 'GET' && path.startsWith(START));
const verbOf = ({ path }: { path: string }): string => path.slice(START.length);

const sees = (name: Name, commission = id): Promise<Answer> =>
  kitty.call('GET', `/v1/commissions/${commission}`, as(name));
const as = (name: Name) => ({ as: people[name], ...(name === 'supporter' ? { for: people.participant } : {}) });

test('every command on a commission is tried', () => {
  expect(commands.map(verbOf).sort()).toEqual(Object.keys(PARTIES).sort());
});

test.each(PEOPLE.map((name) => [name]))('%s: sees it, if they may act on it', async (name) => {
  const acts = Object.values(PARTIES).some((parties) => parties.includes(name));
  expect((await sees(name)).status).toBe(acts || name === 'member' ? 200 : 404);
});

describe.each(commands.map((one) => [verbOf(one), one] as const))('%s', (verb, { method, scope }) => {
  const send = (name: Name, commission = id, n = '1'): Promise<Answer> =>
    kitty.call(method, `/v1/commissions/${commission}/${verb.replace('{n}', n)}`, {
      ...as(name),
      body: BODIES[verb] ?? {},
    });
  // Where nothing can be done for somebody else, a supporter is told so of anything.
  const tried = PEOPLE.filter((name) => name !== 'supporter' || scope !== undefined);

  test.each(tried)('by the %s: over, or not there', async (name) => {
    const answer = await send(name);
    const nothing = await send(name, `${newId()}-${newId()}`);
    expect(statusAndCode(nothing)).toEqual([404, 'not-found']);
    if (PARTIES[verb]?.includes(name)) expect(statusAndCode(answer)).toEqual([409, 'commission-over']);
    else expect([answer.status, answer.body]).toEqual([404, nothing.body]);
    if (verb.includes('{n}')) expect((await send(name, id, '2')).body).toEqual(nothing.body);
  });
});

test('a command that was given before it was over answers its key as before', async () => {
  expect(confirmation.status).toBe(200);
  expect(await confirms()).toMatchObject({ status: 200, body: confirmation.body });
});
