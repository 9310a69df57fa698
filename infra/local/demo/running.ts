// Demo pools whose sessions are under way, about to begin, or over. Days are counted from today: -1 is yesterday.

import { Script } from './script.ts';
import { lastWeekday } from './seed.ts';
import type { Stage } from './stage.ts';

const weekly = (first: number) => (n: number) => first + 7 * (n - 1);

/** Half-way through twelve weeks of dance, and something new to decide: Rosa's pool. */
export async function dancers(stage: Stage): Promise<void> {
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
  // Nobody confirms the fifth: it is paid automatically after a week.
  await pool.on(day(5), '16:00').deliver(title, commission, 5);
  const outing = await pool.on(-1, '11:00').buy('rosa', 'Museum day', {
    sessions: 1,
    first: 27,
    note: 'There is a show about dance. I saw a poster.',
  });
  await pool.on(-1, '12:00').vote(['sam', 0], outing);
  await pool.on(-1, '16:30').deliver(title, commission, 6);
}

/** Running, with three sessions set aside at a time and money that comes with every instalment. */
export async function gardeners(stage: Stage): Promise<void> {
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
}

/** A session that is disputed. Leo's sister Nina votes and pays for him, as he has allowed. */
export async function footballers(stage: Stage): Promise<void> {
  const pool = new Script(stage, 'Saturday football');
  const title = 'Saturday football';
  const day = weekly(lastWeekday(stage.today, 6) - 14);
  const who = ['ade', 'leo', 5, 6, 7, 8, 9, 10];
  await pool
    .on(day(1) - 20)
    .open(who, 'Play football and get fit.', ['fitness', 'friendship'], { decisionRule: 'majority' });
  await pool.on(day(1) - 19).pay(who, 60);
  const idea = await pool.on(day(1) - 17).buy('ade', title, { sessions: 8, first: day(1), time: '11:00' });
  const { personId: person } = stage.holder('leo');
  await pool
    .on(day(1) - 16)
    .voteAs([{ ...stage.holder('nina'), personId: person }], idea, { choice: 'agree', joining: true });
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
}

/** Somebody is leaving: their money is held until the notice ends. One session was called off by the enterprise. */
export async function swimmers(stage: Stage): Promise<void> {
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
}

/** Agreed and paid for; it starts soon. */
export async function musicians(stage: Stage): Promise<void> {
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
}

/** Finished: four sessions, all paid. Some of the money came from health. */
export async function learners(stage: Stage): Promise<void> {
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
}
