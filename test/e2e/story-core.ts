// The core journey in a prepared pool: join, contribute, vote, confirm; with the pages' plain text or as Easy Read.
import { addDays, dayOf } from '../../functions/kernel/clock.ts';
import { commissionText } from '../../web/src/pages/commissions/commission.text.ts';
import { commissionWords } from '../../web/src/pages/commissions/commission-words.text.ts';
import { sessionText } from '../../web/src/pages/commissions/session.text.ts';
import { joinText } from '../../web/src/pages/pools/join.text.ts';
import { myPoolsText } from '../../web/src/pages/pools/my-pools.text.ts';
import { poolText } from '../../web/src/pages/pools/pool.text.ts';
import { poolMoneyText } from '../../web/src/pages/pools/pool-money.text.ts';
import { poolPlansText } from '../../web/src/pages/pools/pool-plans.text.ts';
import { poolTodosText } from '../../web/src/pages/pools/pool-todos.text.ts';
import { putInText } from '../../web/src/pages/pools/put-in.text.ts';
import { voteText } from '../../web/src/pages/proposals/vote.text.ts';
import { voteFormText } from '../../web/src/pages/proposals/vote-form.text.ts';
import { questionPageText } from '../../web/src/shell/question-page.text.ts';
import { shellText } from '../../web/src/shell/shell.text.ts';
import { dayName } from '../../web/src/text/format.ts';
import type { Text } from '../../web/src/text/texts.ts';
import { sessionStatusText } from '../../web/src/text/words.text.ts';
import type { Spawned } from '../spawned.ts';
import type { Person } from './people.ts';
import { daysPass } from './story-dance.ts';

const OTHERS = ['ben', 'mo', 'lin'];
const emailOf = (name: string): string => `${name}@core.example`;
/** The person who makes the journey: imported with money, and not yet in a pool. */
export const NEWCOMER = emailOf('nia');
const POOL = 'Friday painters';
const TITLE = 'Painting';

interface Prepared {
  readonly kitty: Spawned;
  readonly poolId: string;
  readonly code: string;
  readonly offerId: string;
  readonly first: string;
}

const send = async ({ call }: Spawned, as: string, method: string, path: string, body: unknown) => {
  const answer = await call(method, path, { as, body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** Three people have pooled £30 each; there is an offer for £40, and a code for a fourth. */
export async function preparePool(kitty: Spawned): Promise<Prepared> {
  const today = dayOf(await daysPass(kitty, 0));
  const lines = ['nia', ...OTHERS].map(
    (name) => `${name},${name},${emailOf(name)},health,30,${today},${addDays(today, 300)},once,funder,friendship`,
  );
  const csv = `person_ref,name,email,stream,amount_pounds,starts_on,ends_on,instalment,custody,outcomes\n${lines.join('\n')}`;
  await kitty.call('POST', '/v1/allocations/imports', { as: 'funder', csv });
  const { id: enterpriseId } = await send(kitty, 'dawn', 'POST', '/v1/enterprises', {
    name: 'Bright Colours',
    description: 'Painting for everybody.',
    postcode: 'RM10',
    legalForm: 'sole-trader',
    ownership: 'owner',
    workers: 1,
  });
  const { id: offerId } = await send(kitty, 'dawn', 'POST', `/v1/enterprises/${enterpriseId}/offers`, {
    title: TITLE,
    description: 'An hour with paint and paper.',
    category: 'art',
    priceModel: 'per-session',
    pricePence: 4000,
    minPeople: 3,
    maxPeople: 8,
    durationMinutes: 60,
    postcode: 'RM10',
    cancellation: { hours: 48, chargePercent: 50 },
    access: ['step-free'],
  });
  const [opener = '', ...joiners] = OTHERS.map(emailOf);
  const { id: poolId } = await send(kitty, opener, 'POST', '/v1/pools', {
    name: POOL,
    purpose: 'Paint together.',
    outcomes: ['friendship'],
    agreement: { decisionRule: 'consent', quorum: 4, votingDays: 7, noticeWeeks: 2 },
  });
  const { code } = await send(kitty, opener, 'POST', `/v1/pools/${poolId}/invitations`, { uses: 3 });
  for (const joiner of joiners)
    await send(kitty, joiner, 'POST', `/v1/invitations/${code}/acceptance`, { signsAgreement: true });
  for (const as of [opener, ...joiners]) {
    const { items } = (await kitty.call('GET', '/v1/allocations', { as })).body;
    const body = { allocationId: items[0].id, amountPence: 3000 };
    await send(kitty, as, 'POST', `/v1/pools/${poolId}/contributions`, body);
  }
  return { kitty, poolId, code, offerId, first: addDays(today, 14) };
}

/** The others propose two sessions and vote for them. */
async function othersVote({ kitty, poolId, offerId, first }: Prepared): Promise<void> {
  const wanted = { offerId, sessions: 2, startsOn: first, time: '11:00' };
  const [opener = ''] = OTHERS;
  const { proposalId } = await send(kitty, emailOf(opener), 'POST', `/v1/pools/${poolId}/proposals`, wanted);
  for (const name of OTHERS)
    await send(kitty, emailOf(name), 'PUT', `/v1/pools/${poolId}/proposals/${proposalId}/vote`, {
      choice: 'agree',
      joining: true,
    });
}

/** The enterprise accepts, and on the day after the first session reports it. Returns the order's id. */
async function firstSession({ kitty, poolId }: Prepared): Promise<string> {
  const pool = (await kitty.call('GET', `/v1/pools/${poolId}`, { as: NEWCOMER })).body;
  const { id } = pool.commissions[0];
  await send(kitty, 'dawn', 'POST', `/v1/commissions/${id}/acceptance`, {});
  await daysPass(kitty, 15);
  await send(kitty, 'dawn', 'POST', `/v1/commissions/${id}/sessions/1/delivery`, {});
  return id;
}

/** Between two sentences: in Easy Read each is on a line of its own. */
const BETWEEN = /(?<=[.!?])\s+/;

/** Makes the journey; `seen` is called on every page. */
export async function coreJourney(
  nia: Person,
  prepared: Prepared,
  easy: boolean,
  seen: (where: string) => Promise<void>,
): Promise<void> {
  const { poolId, code, first } = prepared;
  const say = (text: Text, params: Readonly<Record<string, string | number>> = {}): string =>
    (easy ? text[1] : text[0]).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
  const press = (text: Text, params?: Record<string, string | number>) => nia.press(say(text, params));
  const isAt = async (text: Text, params?: Record<string, string | number>) => {
    await nia.isAt(say(text, params));
    await seen(say(text, params));
  };
  const reads = async (text: Text, params?: Record<string, string | number>) => {
    for (const sentence of say(text, params).split(BETWEEN)) await nia.reads(sentence);
  };

  await press(shellText.myPools);
  await isAt(myPoolsText.title);
  await press(myPoolsText.join);
  await isAt(joinText.title);
  await nia.type(say(joinText.label), code);
  await press(joinText.look);
  await nia.isAt(POOL);
  await seen('the invitation');
  await press(joinText.sign);
  await reads(joinText.welcome);
  await reads(poolMoneyText.allFree, { total: '£90' });

  await press(poolText.putIn);
  await isAt(putInText.title);
  await nia.type(say(putInText.howMuch), '30');
  await press(questionPageText.goOn);
  await isAt(putInText.checkTitle);
  await reads(putInText.afterwards);
  await press(putInText.send, { sum: '£30' });
  await reads(putInText.done, { sum: '£30' });
  await reads(poolMoneyText.mineAllFree, { total: '£30' });

  await othersVote(prepared);
  await nia.at(`/pools/${poolId}`);
  await seen('the pool with a vote to come');
  await press(poolTodosText.voteTitle, { title: TITLE });
  await isAt(voteText.title, { title: TITLE });
  await nia.choose(new RegExp(`^${say(voteFormText.coming).replaceAll('.', '\\.')}`));
  await press(voteFormText.send);
  await reads(voteFormText.doneAgreed);
  await reads(voteText.agreedBuy);
  await press(voteText.seeCommission);
  await reads(commissionText.myLimit);
  await nia.isAt(TITLE);
  await seen('the order');
  await nia.at(`/pools/${poolId}`);
  await reads(poolMoneyText.mineSomeHeld, { total: '£30', free: '£10', held: '£20' });
  await reads(poolPlansText.paid, { done: 0, all: 2, held: '£80' });

  const commissionId = await firstSession(prepared);
  await nia.at(`/pools/${poolId}`);
  await press(poolTodosText.confirmTitle, { title: TITLE });
  await isAt(sessionText.title, { day: dayName(first), time: '11:00' });
  await press(commissionWords.confirm);
  // The three others have a day to object; then it is paid.
  await nia.reads(easy ? /^Thank you\. Nobody says no\?/ : /^Thank you\. If nobody who came objects/);
  await nia.reads(say(sessionStatusText.delivered));
  await reads(commissionWords.youConfirmedHeading);
  await daysPass(prepared.kitty, 1);
  await nia.at(`/commissions/${commissionId}/sessions/1`);
  await nia.reads(say(sessionStatusText.released));
  await nia.at(`/commissions/${commissionId}`);
  await reads(commissionText.accepted, { people: say(commissionWords.coming, { n: 4 }) });
  await nia.at(`/pools/${poolId}`);
  await reads(poolMoneyText.alreadyPaid, { paid: '£40' });
  await reads(poolMoneyText.mineSomeHeld, { total: '£20', free: '£10', held: '£10' });
  await seen('the pool at the end');
}
