// npm run bench:work: measures what `npm run cost` multiplies, on the real engine, and keeps it in infra/aws/cost/measured.json.
// Four weeks of a pool of six with three commissions; separate figures for the API, the stream, the clock and the notices.
import { writeFileSync } from 'node:fs';
import { runDue } from '../../functions/due/due.actions.ts';
import { remindOfTomorrow } from '../../functions/due/tomorrow.actions.ts';
import { allRoutes } from '../../functions/entry/all.ts';
import { createApp } from '../../functions/entry/app.ts';
import { keepHeads } from '../../functions/heads/keeping.actions.ts';
import type { Sender } from '../../functions/notices/sender.ts';
import { sendDue } from '../../functions/notices/sending.actions.ts';
import { signIn } from '../../functions/people/sign-in.actions.ts';
import { authenticator } from '../../functions/platform/auth.ts';
import type { Bucket } from '../../functions/platform/bucket.ts';
import type { Item } from '../../functions/platform/table.ts';
import { type Measured, OPERATIONS, type Operation, type OperationName } from '../../infra/aws/cost/measured.ts';
import { HOME } from '../../infra/local/demo/places.ts';
import { request } from '../call.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Stage, stageOn } from '../stage.ts';
import { sizeOfItem } from './capacity.ts';
import { measureHandler } from './handler.ts';
import { type Recorder, recorder } from './recorder.ts';
import { measureStarts } from './start/start.ts';

const DAYS = 28;

interface Where {
  /** Where the engine's file lies, with whatever is in it already; a fresh one in memory by default. */
  readonly folder?: string;
  /** Also does what reads all of the place; the engine goes through a whole partition for each page, so that a large one takes hours. */
  readonly whole?: boolean;
  /** Also looks at the whole table after each step for what it has grown by, which takes long in a full one. */
  readonly looks?: boolean;
}

export async function measureWork({ folder, looks = true, whole = true }: Where = {}) {
  const kitty = await startKitty(folder === undefined ? {} : { folder });
  const record = recorder(kitty, looks);
  const app = createApp(record.context, authenticator(kitty.issuer.identity), allRoutes);
  const call: TestKitty['call'] = async (method, path, options = {}) => {
    const token = typeof options.as === 'object' ? await kitty.tokenFor(options.as) : options.as;
    return request((at, init) => app.request(at, init), token, method, path, options);
  };
  try {
    const texts = await liveFourWeeks(record, kitty, await stageOn({ ...kitty, call }), whole);
    const bytesOf = (items: readonly Item[]): number => items.reduce((total, item) => total + sizeOfItem(item), 0);
    const all = async (name: string): Promise<Item[]> =>
      whole ? kitty.context.table.query({ pk: `${HOME}#${name}` }) : [];
    const [offers, views] = [await all('OFFERS'), await all('VIEW')];
    return {
      means: record.means(),
      // With the name of its enterprise, which lies beside it.
      offerBytes: Math.round(bytesOf(offers) / offers.filter(({ SK }) => !SK.startsWith('NAME#')).length),
      viewBytes: Math.round(bytesOf(views) / views.length),
      textsANotice: Math.round((100 * texts.parts) / texts.notices) / 100,
    };
  } finally {
    record.stop();
    await kitty.stop();
  }
}

async function liveFourWeeks(
  { context, step, count, eventsOf, looks }: Recorder,
  kitty: TestKitty,
  stage: Stage,
  whole: boolean,
) {
  const { done, get, post, act, inDays, vote } = stage;
  const people = await stage.people(6);
  const [first, last] = [people[0], people[5]];
  if (!first || !last) throw new Error('six people were expected');
  const granted = { amount_pounds: '13000', instalment: 'four-weekly' };
  await step('importRow', people.length, () =>
    done(stage.importFile(stage.file(...people.map((one) => stage.row(one, granted))))),
  );
  for (const { email, name } of people)
    await step('signIn', 1, () => signIn(context, { email, name, roles: [], funder: undefined }));
  const id = await step('startPool', 1, async () => {
    const opened = await done(post('/v1/pools', first, stage.newPool()));
    const code = await stage.invitation(opened.id, first, { uses: 5 });
    for (const person of people.slice(1)) await done(stage.accept(code, person));
    return opened.id;
  });
  for (const person of people) {
    const [allocation] = await stage.allocations(person);
    const standing = { standing: true };
    await step('contribute', 1, () => done(stage.contribute(id, person, allocation.id, 50_000, standing)));
  }

  const orders: { id: string; owner: TestPerson }[] = [];
  for (let i = 0; i < 3; i++) {
    const offer = await stage.offer({ pricePence: 5400 });
    const proposal = await step('propose', 1, () =>
      stage.proposeToBuy(id, first, offer, { sessions: 12, startsOn: inDays(7) }),
    );
    for (const person of people.slice(0, 5)) await step('vote', 1, () => done(vote(id, proposal, person)));
    const { commissionId } = await step('hold', 1, () => done(vote(id, proposal, last)));
    await step('accept', 1, () => done(act(commissionId, 'acceptance', offer.owner)));
    orders.push({ id: commissionId, owner: offer.owner });
  }

  let sent = 0;
  const texts = { parts: 0, notices: 0 };
  const sender: Sender = {
    sendsTexts: true,
    async send({ text, link }) {
      sent++;
      texts.notices++;
      texts.parts += partsOf(`${text} https://kitty.barking.example${link}`);
      return 'sent';
    },
  };
  const settle = async (): Promise<void> => {
    await step('send', 0, () => sendDue(context, sender, HOME));
    count('send', sent);
    sent = 0;
  };
  await settle();
  let confirmed = 0;
  for (let day = 1; day <= DAYS; day++) {
    kitty.local.clock.advanceDays(1);
    // One thing that falls due may cause another.
    for (let events = -1; events !== eventsOf('clockStep'); ) {
      events = eventsOf('clockStep');
      await step('clockStep', 0, () => runDue(context, HOME));
      count('clockStep', eventsOf('clockStep') - events);
    }
    const isEve = day % 7 === 6;
    const remind = () => remindOfTomorrow(context, HOME);
    if (isEve) await step('remind', orders.length, remind);
    else await remind();
    await settle();
    if (day % 7 !== 0) continue;
    for (const { id: commissionId, owner } of orders) {
      const session = `sessions/${day / 7}`;
      await step('deliver', 1, () => done(act(commissionId, `${session}/delivery`, owner)));
      // Every other one is left to the clock, seven days later.
      if (confirmed++ % 2 === 0)
        await step('confirm', 1, () => done(act(commissionId, `${session}/confirmation`, first)));
    }
    await settle();
  }

  for (const path of ['/v1/me', '/v1/pools', `/v1/pools/${id}`, '/v1/allocations', `/v1/pools/${id}/history`])
    await step('page', 1, () => done(get(path, first)));
  for (const { id: commissionId } of orders)
    await step('page', 1, () => done(get(`/v1/commissions/${commissionId}`, first)));
  await step('poolPage', 1, () => done(get(`/v1/pools/${id}`, first)));
  await step('myPools', 1, () => done(get('/v1/pools', first)));
  if (whole) {
    await step('search', 1, () => done(get('/v1/offers?near=RM107XX', first)));
    await step('totals', 1, () => done(get('/v1/totals', stage.funder)));
  }
  await step('idleClock', 1, async () => {
    await runDue(context, HOME);
    await remindOfTomorrow(context, HOME);
  });
  // Reads every journal of the place, one after another the same.
  const bucket: Bucket = { putNew: async () => 'written' };
  if (looks) count('keepHead', (await step('keepHead', 0, () => keepHeads(context, bucket, HOME))).heads);
  await step('idleNotices', 1, () => sendDue(context, sender, HOME));
  await step('leave', 1, () => done(post(`/v1/pools/${id}/departure`, last)));
  return texts;
}

/** https://www.notifications.service.gov.uk/pricing/text-messages */
const partsOf = (text: string): number => (text.length <= 160 ? 1 : Math.ceil(text.length / 153));

/** The figures as the bill reads them. */
export async function measureForBill(): Promise<Omit<Measured, 'measuredOn' | 'handlerMs' | 'coldMs'>> {
  const { means, ...sizes } = await measureWork();
  const operations: Partial<Record<OperationName, Operation>> = {};
  for (const name of OPERATIONS) {
    const mean = means[name];
    if (!mean) throw new Error(`${name} was not measured`);
    const { own, stream, events, notices, bytes } = mean;
    operations[name] = { own, stream, events, notices, bytes };
  }
  return { operations: operations as Measured['operations'], ...sizes };
}

if (import.meta.main) {
  const work = await measureForBill();
  const { functions } = await measureStarts(['api']);
  const { p50Ms } = await measureHandler(4000);
  const measured: Measured = {
    measuredOn: new Date().toISOString().slice(0, 10),
    ...work,
    handlerMs: Math.round(100 * p50Ms) / 100,
    coldMs: Math.round(functions.api?.ms ?? Number.NaN),
  };
  writeFileSync('infra/aws/cost/measured.json', `${JSON.stringify(measured, null, 2)}\n`);
  console.table(
    Object.fromEntries(
      Object.entries(measured.operations).map(([name, { own, stream, ...others }]) => [
        name,
        { ...own, streamWrite: stream.write, streamRead: stream.read, streamTrips: stream.trips, ...others },
      ]),
    ),
  );
}
