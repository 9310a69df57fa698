// Demo pools that are deciding, waiting or just beginning, and the pool of the second place. Days are counted from today: -1 is yesterday.
import { Script } from './script.ts';
import type { Stage } from './stage.ts';

/** Two open proposals, in a pool where everyone must agree. */
export async function cooks(stage: Stage): Promise<void> {
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
}

/** Agreed, and waiting for one person's money. */
export async function walkers(stage: Stage): Promise<void> {
  const pool = new Script(stage, 'Thames walkers');
  const who = [16, 17, 18, 19];
  await pool.on(-18).open(who, 'Walk by the river once a week.', ['fitness', 'wellbeing']);
  await pool.on(-17).pay([16, 17, 18], 80);
  await pool.on(-17).pay([19], 20);
  const idea = await pool.on(-6).buy(17, 'River walk', { sessions: 8, first: 18 });
  await pool.on(-5).vote(who, idea);
}

/** Agreed and paid for, but not answered by the enterprise yet. */
export async function makers(stage: Stage): Promise<void> {
  const pool = new Script(stage, 'Makers at the big table');
  const who = [20, 21, 22, 23, 24];
  await pool.on(-21).open(who, 'Make things to keep and things to give.', ['learning', 'confidence']);
  await pool.on(-20).pay(who, 110);
  const idea = await pool.on(-4).buy(21, 'Craft table', { sessions: 10, first: 12, heldAhead: 4 });
  await pool.on(-2).vote(who, idea);
}

/** Just opened, with money and an invitation that nobody has used. */
export async function workers(stage: Stage): Promise<void> {
  const pool = new Script(stage, 'Getting to work');
  const who = [35, 36, 37];
  await pool.on(-3).open(who, 'Find out what work we would like.', ['employment', 'confidence']);
  await pool.on(-2).pay([35, 36], 75);
  await pool.on(-1).invites(35);
}

/** A proposal that was blocked, and a change of the agreement that is being voted on. */
export async function travellers(stage: Stage): Promise<void> {
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
}

/** Refused by the enterprise, so the money is free again. It comes from three streams, own money among them. */
export async function painters(stage: Stage): Promise<void> {
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
}

/** The only pool of the second place. */
export async function secondPool(stage: Stage): Promise<void> {
  const pool = new Script(stage, 'Garden friends');
  const who = ['ngozi', 'tom', 'elif'];
  await pool.on(-12).open(who, 'Grow things in company.', ['friendship']);
  await pool.on(-11).pay(who, 80);
  const idea = await pool.on(-3).buy('tom', 'Garden afternoon', { sessions: 4, first: 15 });
  await pool.on(-1).vote(['tom', 'ngozi'], idea);
}
