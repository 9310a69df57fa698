// The twelve pools of the demo place, each in another state. Days are told from today: -1 is yesterday.

import { Script, type Stage } from './script.ts';
import { lastWeekday } from './seed.ts';

type Play = (stage: Stage) => Promise<void>;

const weekly = (first: number) => (n: number) => first + 7 * (n - 1);

/** Half-way through twelve weeks of dance, and something new to decide: Rosa's pool. */
const dancers: Play = async (stage) => {
  const pool = new Script(stage, 'Tuesday dancers');
  const title = 'Dance class';
  const day = weekly(lastWeekday(stage.today, 2) - 35);
  const who = ['rosa', 'sam', 'priya', 0, 1, 2];
  await pool.on(day(1) - 21).open(who, 'Dance together every Tuesday and go for tea after.', ['friendship', 'fitness']);
  await pool.on(day(1) - 20).pay(who, 120);
  const idea = await pool.on(day(1) - 18).buy('rosa', title, {
    sessions: 12,
    first: day(1),
    time: '14:00',
    note: 'Dawn says we can choose the music.',
  });
  await pool.on(day(1) - 17).vote(['rosa', 'sam', 'priya', 0, 1], idea);
  const commission = await pool
    .on(day(1) - 16)
    .voteAs([stage.holder(2)], idea, { choice: 'agree', joining: true, accessNeeds: ['step-free'] });
  await pool.on(day(1) - 15).answer(title, commission, true);
  await pool.weeks(title, commission, 'sam', [1, 4], day);
  // Nobody said anything about the fifth: it pays itself after a week.
  await pool.on(day(5), '16:00').deliver(title, commission, 5);
  const outing = await pool.on(-1, '11:00').buy('rosa', 'Museum day', {
    sessions: 1,
    first: 27,
    note: 'There is a show about dance. I saw a poster.',
  });
  await pool.on(-1, '12:00').vote(['sam', 0], outing);
  await pool.on(-1, '16:30').deliver(title, commission, 6);
};

/** Running, with three sessions set aside at a time and money that comes with every instalment. */
const gardeners: Play = async (stage) => {
  const pool = new Script(stage, 'Garden on Wednesdays');
  const title = 'Grow and share';
  const day = weekly(lastWeekday(stage.today, 3) - 21);
  const who = ['joe', 'mary', 'nina', 3, 4];
  await pool
    .on(day(1) - 16)
    .open(who, 'Grow vegetables and share them.', ['friendship', 'learning'], { openBooks: true });
  await pool.on(day(1) - 15).pay(['joe', 'mary'], 40, { standing: true });
  await pool.on(day(1) - 15).pay(['nina', 3, 4], 90);
  const idea = await pool.on(day(1) - 14).buy('joe', title, { sessions: 8, first: day(1), heldAhead: 3 });
  const commission = await pool.on(day(1) - 13).vote(who, idea);
  await pool.on(day(1) - 12).answer(title, commission, true);
  await pool.weeks(title, commission, 'mary', [1, 1], day);
  await pool.on(day(1) + 2).timePasses(['joe', 'mary']);
  await pool.weeks(title, commission, 'mary', [2, 3], day);
  await pool.on(-1, '18:00').deliver(title, commission, 4);
};

/** A session that is disputed. Leo's sister Nina votes and pays for him, as he has allowed. */
const footballers: Play = async (stage) => {
  const pool = new Script(stage, 'Saturday football');
  const title = 'Saturday football';
  const day = weekly(lastWeekday(stage.today, 6) - 14);
  const who = ['ade', 'leo', 5, 6, 7, 8, 9, 10];
  await pool
    .on(day(1) - 20)
    .open(who, 'Play football and get fit.', ['fitness', 'friendship'], { decisionRule: 'majority' });
  await pool.on(day(1) - 19).pay(who, 60);
  const idea = await pool.on(day(1) - 17).buy('ade', title, { sessions: 8, first: day(1), time: '11:00' });
  const { person } = stage.holder('leo');
  await pool.on(day(1) - 16).voteAs([{ ...stage.holder('nina'), person }], idea, { choice: 'agree', joining: true });
  await pool.on(day(1) - 16).vote([10], idea, 'abstain', true);
  const commission = await pool.on(day(1) - 15).vote(['ade', 5, 6, 7, 8, 9], idea);
  await pool.on(day(1) - 14).answer(title, commission, true);
  await pool.weeks(title, commission, 'ade', [1, 1], day);
  await pool.on(day(2), '16:00').deliver(title, commission, 2);
  await pool.on(day(2) + 1).say(6, 'dispute', commission, 2, 'It rained, and we played for half the time.');
  await pool.on(day(2) + 2).nameSum(6, commission, 2, 24, 'Half the time, half the price.');
  const { owner } = stage.offer(title);
  await pool.on(day(2) + 3).nameSumAs(owner, commission, 2, 24, 'That is fair.');
  await pool.on(-1, '15:00').deliver(title, commission, 3);
  await pool.on(-1, '16:00').say(7, 'dispute', commission, 3, 'The pitch was locked and nobody told us.');
  await pool.on(-1, '17:00').nameSum(7, commission, 3, 0, 'We did not play.');
};

/** Two ideas on the table, in a pool where everyone must agree. */
const cooks: Play = async (stage) => {
  const pool = new Script(stage, 'Cook and eat together');
  const who = [11, 12, 13, 14, 15];
  await pool.on(-13).open(who, 'Learn to cook, and eat in company.', ['friendship', 'independence'], {
    decisionRule: 'everyone',
  });
  await pool.on(-12).pay(who, 100);
  const cooking = await pool.on(-3).buy(11, 'Cook and eat', { sessions: 6, first: 16, note: 'Curry first, please.' });
  await pool.on(-2).vote([11, 13], cooking);
  const baking = await pool.on(-2).buy(14, 'Baking morning', { sessions: 2, first: 20 });
  await pool.on(-1).vote([14], baking);
};

/** Agreed, and waiting for one person's money. */
const walkers: Play = async (stage) => {
  const pool = new Script(stage, 'Thames walkers');
  const who = [16, 17, 18, 19];
  await pool.on(-18).open(who, 'Walk by the river once a week.', ['fitness', 'wellbeing']);
  await pool.on(-17).pay([16, 17, 18], 80);
  await pool.on(-17).pay([19], 20);
  const idea = await pool.on(-6).buy(17, 'River walk', { sessions: 8, first: 18 });
  await pool.on(-5).vote(who, idea);
};

/** Agreed, held, and not answered by the enterprise yet. */
const makers: Play = async (stage) => {
  const pool = new Script(stage, 'Makers at the big table');
  const who = [20, 21, 22, 23, 24];
  await pool.on(-21).open(who, 'Make things to keep and things to give.', ['learning', 'confidence']);
  await pool.on(-20).pay(who, 110);
  const idea = await pool.on(-4).buy(21, 'Craft table', { sessions: 10, first: 12, heldAhead: 4 });
  await pool.on(-2).vote(who, idea);
};

/** Somebody is leaving: their money is held until the notice ends. One session was called off by the enterprise. */
const swimmers: Play = async (stage) => {
  const pool = new Script(stage, 'Swim together');
  const title = 'Swim together';
  const day = weekly(lastWeekday(stage.today, 4) - 28);
  const who = [25, 26, 27, 28, 29];
  await pool.on(day(1) - 17).open(who, 'Learn to swim and be brave.', ['fitness', 'confidence']);
  await pool.on(day(1) - 16).pay(who, 140);
  const idea = await pool.on(day(1) - 15).buy(26, title, { sessions: 10, first: day(1), time: '15:30' });
  const commission = await pool.on(day(1) - 14).vote(who, idea);
  await pool.on(day(1) - 13).answer(title, commission, true);
  await pool.weeks(title, commission, 27, [1, 2], day);
  await pool.on(day(2) + 3).leave(29);
  await pool.on(day(3) - 1).cancelSession(title, commission, 3, 'The pool is closed for repairs.');
  await pool.weeks(title, commission, 27, [4, 5], day);
};

/** Everything is agreed and held; it starts soon. */
const musicians: Play = async (stage) => {
  const pool = new Script(stage, 'Music on Mondays');
  const title = 'Music at the hall';
  const first = lastWeekday(stage.today, 1) + 14;
  const who = [30, 31, 32, 33, 34];
  await pool.on(-24).open(who, 'Make music together.', ['friendship', 'confidence'], { decisionRule: 'two-thirds' });
  await pool.on(-23).pay(who, 90);
  const idea = await pool.on(-15).buy(30, title, { sessions: 6, first, time: '19:00' });
  await pool.on(-14).vote([34], idea, 'disagree', true);
  const commission = await pool.on(-13).vote([30, 31, 32, 33], idea);
  await pool.on(-12).answer(title, commission, true, 'Looking forward to it.');
};

/** Just opened, with money and an invitation that nobody has used. */
const workers: Play = async (stage) => {
  const pool = new Script(stage, 'Getting to work');
  const who = [35, 36, 37];
  await pool.on(-3).open(who, 'Find out what work we would like.', ['employment', 'confidence']);
  await pool.on(-2).pay([35, 36], 75);
  await pool.on(-1).invites(35);
};

/** An idea that was blocked, and a new agreement that is being voted on. */
const travellers: Play = async (stage) => {
  const pool = new Script(stage, 'Days out');
  const who = [38, 39, 40, 41, 42, 43];
  await pool.on(-30).open(who, 'See places that are hard to reach alone.', ['friendship', 'wellbeing']);
  await pool.on(-28).pay(who, 70);
  const idea = await pool.on(-5).buy(40, 'Day by the sea', { sessions: 1, first: 30, time: '09:00' });
  await pool.on(-4).vote([38, 40, 41, 42, 43], idea);
  const reason = 'Eight hours is too long for me.';
  await pool.on(-3).voteAs([stage.holder(39)], idea, { choice: 'block', joining: false, reason });
  const change = await pool
    .on(-2)
    .changeAgreement(38, { decisionRule: 'two-thirds' }, 'So that one person cannot stop a day out.');
  await pool.on(-1).vote([38, 40], change, 'agree', false);
};

/** Finished: four sessions, all paid. Some of the money came from health. */
const learners: Play = async (stage) => {
  const pool = new Script(stage, 'Phones and tablets');
  const title = 'Phone and tablet club';
  const day = weekly(-27);
  const who = [44, 45, 46, 47];
  await pool.on(day(1) - 16).open(who, 'Call our families and stay safe online.', ['learning', 'independence']);
  await pool.on(day(1) - 15).pay(who, 50);
  const idea = await pool.on(day(1) - 14).buy(46, title, { sessions: 4, first: day(1) });
  const commission = await pool.on(day(1) - 13).vote(who, idea);
  await pool.on(day(1) - 12).answer(title, commission, true);
  await pool.weeks(title, commission, 45, [1, 4], day);
};

/** Refused by the enterprise, so the money is free again. It comes from three streams, own money among them. */
const painters: Play = async (stage) => {
  const pool = new Script(stage, 'Art in the afternoon');
  const title = 'Art in the afternoon';
  const who = [48, 49, 50, 51];
  await pool.on(-20).open(who, 'Paint, and show what we painted.', ['confidence', 'wellbeing'], { openBooks: true });
  await pool.on(-19).pay([50, 51], 100);
  await pool.on(-19).pay([48], 100, { stream: 'health' });
  await pool.on(-18).pay([49], 60);
  await pool.on(-18).pay([49], 40, { stream: 'own-money' });
  const idea = await pool.on(-8).buy(50, title, { sessions: 6, first: 10 });
  const commission = await pool.on(-7).vote(who, idea);
  await pool.on(-3).answer(title, commission, false, 'The studio is full this month. Please ask again.');
};

export const pools: readonly Play[] = [
  dancers,
  gardeners,
  footballers,
  cooks,
  walkers,
  makers,
  swimmers,
  musicians,
  workers,
  travellers,
  learners,
  painters,
];

/** The only pool of the second place. */
export const secondPool: Play = async (stage) => {
  const pool = new Script(stage, 'Garden friends');
  const who = ['ngozi', 'tom', 'elif'];
  await pool.on(-12).open(who, 'Grow things in company.', ['friendship']);
  await pool.on(-11).pay(who, 80);
  const idea = await pool.on(-3).buy('tom', 'Garden afternoon', { sessions: 4, first: 15 });
  await pool.on(-1).vote(['tom', 'ngozi'], idea);
};
