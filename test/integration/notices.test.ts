// People are notified of what concerns them: once, in plain words, when and how they chose, and not after they have left.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { onRecords } from '../../functions/entry/on-journal.ts';
import type { Contact, Message } from '../../functions/notices/sender.ts';
import { sendDue } from '../../functions/notices/sending.actions.ts';
import type { Item } from '../../functions/platform/table.ts';
import { journalHeads } from '../../infra/local/feed.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Stage, stageOn } from '../stage.ts';

let kitty: TestKitty;
let stage: Stage;
beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
});
afterAll(() => kitty.stop());

/** The messages that a person has got so far, the oldest first. */
async function messagesTo(person: TestPerson, on = kitty) {
  await on.settled();
  const { place } = person;
  await on.local.sendNotices([place]);
  const messages = await on.local.outbox.messages();
  return messages.filter(({ name }) => name === person.name).reverse();
}
const kindsFor = async (person: TestPerson, on = kitty) => (await messagesTo(person, on)).flatMap(({ kinds }) => kinds);
const choose = (person: TestPerson, choice: object, on = kitty) =>
  on.call('PUT', '/v1/me/contact', { as: person, body: choice });

let named = 0;
/** People with unique names. */
const group = (count: number): Promise<TestPerson[]> => {
  named++;
  return Promise.all(Array.from({ length: count }, (_, i) => kitty.newPerson(`Person ${named}.${i}`, ['holder'])));
};
const owner = () => kitty.newPerson(`Owner ${++named}`, ['enterprise']);
/** Sends the newest event of every journal again, as a stream may. */
async function redeliver(): Promise<void> {
  await kitty.local.feed.resend(await journalHeads(kitty.database, 'kitty'));
  await kitty.settled();
}

describe('a decision', () => {
  test('is put to every elector but the proposer, once, by email and with the day by which to decide', async () => {
    const people = await group(3);
    const [first, second, third] = people as [TestPerson, TestPerson, TestPerson];
    const pool = await stage.pool(people, { pence: 6000 });
    const proposal = await stage.proposeToBuy(pool.id, first, await stage.offer({}, await owner()));
    await redeliver();
    await redeliver();
    expect(await kindsFor(first)).toEqual([]);
    for (const person of [second, third]) {
      expect(await messagesTo(person)).toMatchObject([
        {
          by: 'email',
          address: person.email,
          kinds: ['decide'],
          subject: 'A decision to make in Tuesday dancers',
          text: expect.stringContaining(
            '“Dance class” in Tuesday dancers. Please say what you think by Monday 8 June at ',
          ),
          link: `/pools/${pool.id}/proposals/${proposal}`,
        },
      ]);
    }
  });

  test('and the request that follows: those whom they concern are notified', async () => {
    const people = await group(2);
    const [first, second] = people as [TestPerson, TestPerson];
    const runs = await owner();
    const pool = await stage.pool(people, { pence: 6000 });
    const order = await stage.order(pool, await stage.offer({}, runs));
    await redeliver();
    expect(await kindsFor(first)).toEqual(['agreed']);
    expect(await kindsFor(second)).toEqual(['decide', 'agreed']);
    expect(await messagesTo(runs)).toMatchObject([{ kinds: ['offer-requested'], link: `/commissions/${order}` }]);
    await stage.done(stage.act(order, 'refusal', runs, {}));
    expect((await messagesTo(first)).at(-1)).toMatchObject({
      kinds: ['money-returned'],
      text: 'Money of yours that was set aside for “Dance class” is free again, in your part of Tuesday dancers. The enterprise could not take it on.',
    });
  });

  test('that lacks money: everybody who lacks it is notified', async () => {
    const people = await group(2);
    const [first, second] = people as [TestPerson, TestPerson];
    const pool = await stage.pool(people);
    await stage.done(stage.contribute(pool.id, second, pool.allocations[1] ?? '', 9000));
    const id = await stage.proposeToBuy(pool.id, first, await stage.offer({}, await owner()));
    for (const person of people) await stage.done(stage.vote(pool.id, id, person));
    expect(await kindsFor(first)).toEqual(['money-short']);
    expect(await kindsFor(second)).toEqual(['decide']);
  });
});

/** A pool of two and an order of theirs that the enterprise has accepted, with sessions from tomorrow on. */
async function dancing(on = stage, sessions = 2) {
  const people = await group(2);
  const runs = await owner();
  const pool = await on.pool(people, { pence: 6000 });
  const order = await on.order(pool, await on.offer({}, runs), { startsOn: on.inDays(2), sessions });
  await on.done(on.act(order, 'acceptance', runs));
  return { people: people as [TestPerson, TestPerson], runs, pool, order };
}

describe('a session', () => {
  test('is announced the day before to those who come and to the enterprise, once; then they are asked to confirm it, or a dispute is notified', async () => {
    const { people, runs, order } = await dancing();
    const [first, second] = people;
    expect(await kindsFor(second)).toEqual(['decide', 'agreed', 'accepted']);
    await kitty.advance(1);
    await kitty.advance(0);
    await redeliver();
    for (const person of [first, runs])
      expect((await messagesTo(person)).filter(({ kinds }) => kinds.includes('session-tomorrow'))).toMatchObject([
        {
          subject: 'Tomorrow: Dance class',
          text: expect.stringMatching(/^Session 1 of “Dance class” is tomorrow, \w+ \d+ June at 10:00\./),
          link: `/commissions/${order}/sessions/1`,
        },
      ]);
    await kitty.advance(1);
    await stage.done(stage.act(order, 'sessions/1/delivery', runs));
    expect((await kindsFor(first)).at(-1)).toBe('session-to-confirm');
    await stage.done(stage.act(order, 'sessions/1/dispute', second, { reason: 'Nobody came' }));
    expect((await messagesTo(runs)).at(-1)).toMatchObject({
      kinds: ['session-wrong'],
      text: expect.not.stringContaining(second.name),
    });
  });

  test('of tomorrow that was cancelled is not announced', async () => {
    const { people, runs, order } = await dancing();
    await stage.done(stage.act(order, 'cancellation', runs));
    await kitty.advance(1);
    expect(await kindsFor(people[0])).toEqual(['agreed', 'accepted', 'money-returned']);
    expect(await kindsFor(runs)).toEqual(['offer-requested']);
  });
});

describe('somebody who has left', () => {
  test('is notified that their own money was returned, and of nothing else in the pool', async () => {
    const people = await group(3);
    const [first, second, third] = people as [TestPerson, TestPerson, TestPerson];
    const pool = await stage.pool(people, { pence: 6000 });
    await stage.done(stage.post(`/v1/pools/${pool.id}/departure`, third));
    await stage.proposeToBuy(pool.id, first, await stage.offer({}, await owner()));
    await redeliver();
    expect(await kindsFor(second)).toEqual(['decide']);
    expect(await messagesTo(third)).toMatchObject([{ kinds: ['money-returned'], link: '/my-money' }]);
  });

  test('does not get notices that were still waiting', async () => {
    const people = await group(2);
    const [first, second] = people as [TestPerson, TestPerson];
    await choose(second, { by: 'email', digest: true });
    const pool = await stage.pool(people);
    await stage.proposeToBuy(pool.id, first, await stage.offer({}, await owner()));
    expect(await kindsFor(second)).toEqual([]);
    await stage.done(stage.post(`/v1/pools/${pool.id}/departure`, second));
    await kitty.advance(2);
    expect(await kindsFor(second)).toEqual([]);
  });
});

test('somebody whom a supporter acts for is notified of what the supporter did', async () => {
  const people = await group(2);
  const [first, second] = people as [TestPerson, TestPerson];
  const pool = await stage.pool(people);
  const [supporter] = await group(1);
  if (!supporter) throw new Error('nobody supports');
  await stage.grantSupport(second, supporter, ['see', 'vote']);
  const id = await stage.proposeToBuy(pool.id, first, await stage.offer({}, await owner()));
  await stage.done(stage.vote(pool.id, id, second, {}, { as: supporter, for: second }));
  expect((await messagesTo(second)).at(-1)).toMatchObject({
    kinds: ['acted-for-you'],
    text: expect.stringContaining('Your supporter voted for you in Tuesday dancers.'),
  });
});

test('whoever chose no messages gets none, and all others who have to sign a new agreement are asked to', async () => {
  const people = await group(3);
  const [first, second, third] = people as [TestPerson, TestPerson, TestPerson];
  await choose(second, { by: 'none' });
  const pool = await stage.pool(people);
  const agreement = { decisionRule: 'majority', quorum: 1, votingDays: 7, noticeWeeks: 4 };
  const id = await stage.propose(pool.id, first, { kind: 'agreement', agreement });
  for (const person of people) await stage.done(stage.vote(pool.id, id, person, { joining: false }));
  expect(await kindsFor(first)).toEqual(['agreement-to-sign']);
  expect(await kindsFor(second)).toEqual([]);
  expect(await kindsFor(third)).toEqual(['decide', 'agreement-to-sign']);
});

describe('when', () => {
  let late: TestKitty;
  let on: Stage;
  beforeAll(async () => {
    // 21:30 in London: British Summer Time.
    late = await startKitty({ startsAt: '2026-06-01T20:30:00.000Z' });
    on = await stageOn(late);
  });
  afterAll(() => late.stop());

  /** Moves the clock on by hours. */
  const hours = async (count: number): Promise<void> => {
    late.local.clock.advanceDays(count / 24);
    await late.advance(0);
  };

  test('it is night no text message is sent; it is sent in the morning, unless it is no longer relevant', async () => {
    const people = await Promise.all(['Al', 'Bo', 'Cy', 'Di'].map((name) => late.newPerson(name, ['holder'])));
    const [al, bo, cy, di] = people as [TestPerson, TestPerson, TestPerson, TestPerson];
    for (const person of [bo, cy]) await choose(person, { by: 'text', phone: '07700 900123' }, late);
    await choose(di, { by: 'email', digest: true }, late);
    const pool = await on.pool(people);
    const id = await on.proposeToBuy(pool.id, al, await on.offer());
    expect(await kindsFor(bo, late)).toEqual([]);
    await on.done(on.vote(pool.id, id, cy));
    await hours(10);
    expect(await kindsFor(bo, late)).toEqual([]);
    await hours(1);
    expect(await messagesTo(bo, late)).toMatchObject([{ by: 'text', address: '+447700900123', kinds: ['decide'] }]);
    expect(await kindsFor(cy, late)).toEqual([]);
    expect(await kindsFor(di, late)).toEqual([]);
  });

  test('somebody chose a digest, all notices of a day come in one message at five', async () => {
    const [al, di] = await Promise.all(['Alma', 'Dina'].map((name) => late.newPerson(name, ['holder'])));
    if (!al || !di) throw new Error('nobody');
    await choose(di, { by: 'email', digest: true }, late);
    const pool = await on.pool([al, di]);
    const offer = await on.offer();
    await on.proposeToBuy(pool.id, al, offer);
    await on.proposeToBuy(pool.id, al, offer);
    expect(await messagesTo(di, late)).toEqual([]);
    await hours(9);
    expect(await messagesTo(di, late)).toMatchObject([
      { subject: '2 things to know in Kitty', kinds: ['decide', 'decide'], text: expect.stringContaining('\n\n') },
    ]);
    await hours(24);
    expect(await messagesTo(di, late)).toHaveLength(1);
  });
});

test('an event that cannot be read stops no other notice, and nothing personal is logged', async () => {
  const people = await group(2);
  const [first, second] = people as [TestPerson, TestPerson];
  const pool = await stage.pool(people);
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const poison: Item = { PK: 'place#POOL#x', SK: 'E#000000000001', op: 'x', h: 'x', v: 1, z: new Uint8Array([1]) };
  await stage.proposeToBuy(pool.id, first, await stage.offer({}, await owner()));
  await kitty.settled();
  const heads = await journalHeads(kitty.database, 'kitty');
  const items = await Promise.all(heads.map((key) => kitty.context.table.get(key)));
  const given = [poison, ...items.filter((item) => item !== undefined)];
  expect(await onRecords(kitty.context, given)).toEqual([poison]);
  expect(await kindsFor(second)).toEqual(['decide']);
  expect(JSON.stringify(logged.mock.calls)).not.toContain(second.email);
  logged.mockRestore();
});

describe('a sender', () => {
  /** Somebody for whom a notice is waiting, because nothing was sent yet. */
  async function waiting() {
    const people = await group(2);
    const [first, second] = people as [TestPerson, TestPerson];
    await choose(second, { by: 'email', digest: true });
    const pool = await stage.pool(people);
    await stage.proposeToBuy(pool.id, first, await stage.offer({}, await owner()));
    await kitty.settled();
    await choose(second, { by: 'email' });
    return second;
  }

  test('that cannot accept a message now is called again later; one whose answer is lost is not', async () => {
    const person = await waiting();
    const given: [Message, Contact][] = [];
    const answers = (answer: () => 'sent' | 'later' | 'never') => ({
      sendsTexts: true,
      send: async (message: Message, contact: Contact) => {
        if (contact.address === person.email) given.push([message, contact]);
        return contact.address === person.email ? answer() : ('sent' as const);
      },
    });
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    kitty.local.clock.advanceDays(1);
    await sendDue(
      kitty.context,
      answers(() => 'later'),
      person.place,
    );
    await sendDue(
      kitty.context,
      answers(() => 'later'),
      person.place,
    );
    expect(given).toHaveLength(1);
    kitty.local.clock.advanceDays(1 / 48);
    const lost = () => {
      throw new Error('no answer');
    };
    await sendDue(kitty.context, answers(lost), person.place);
    expect(given).toHaveLength(2);
    const unfinished = () => logged.mock.calls.filter(([line]) => line.includes('notices-unfinished'));
    const again = () =>
      sendDue(
        kitty.context,
        answers(() => 'sent'),
        person.place,
      );
    // It may still be being sent.
    await again();
    expect(unfinished()).toEqual([]);
    kitty.local.clock.advanceDays(1 / 48);
    await again();
    await again();
    expect(given).toHaveLength(2);
    expect(unfinished()).toHaveLength(1);
    expect(unfinished()[0]?.[0]).toContain('1 notices were begun and never finished: people may not have been told');
    expect(JSON.stringify(logged.mock.calls)).not.toContain(person.email);
    logged.mockRestore();
  });

  test('that sends no text messages sends emails to those who chose text messages', async () => {
    const person = await waiting();
    await choose(person, { by: 'text', phone: '07700 900123' });
    kitty.local.clock.advanceDays(1);
    const given: Contact[] = [];
    const send = async (_: Message, contact: Contact) => {
      if (contact.name === person.name) given.push(contact);
      return 'sent' as const;
    };
    await sendDue(kitty.context, { sendsTexts: false, send }, person.place);
    expect(given).toEqual([{ by: 'email', name: person.name, address: person.email }]);
  });
});

test('the outbox shows what would have been sent, as a page and as JSON', async () => {
  const { body } = await kitty.call('GET', '/local/outbox.json');
  expect(body.items.length).toBeGreaterThan(5);
  const { body: text } = await kitty.call('GET', '/local/outbox');
  expect(text).toContain('<h1>Outbox</h1>');
  expect(text).toContain('A decision to make in Tuesday dancers');
});
