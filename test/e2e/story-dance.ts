// Twelve weeks of the story in the browser: sessions delivered and confirmed, one person leaves, one session is disputed.
import { dayName } from '../../web/src/text/format.ts';
import type { Spawned } from '../spawned.ts';
import type { Person } from './people.ts';

/** Moves Kitty's clock forward; returns its new time. */
export async function daysPass(kitty: Spawned, advanceDays: number): Promise<string> {
  const { status, body } = await kitty.call('POST', '/local/clock', { body: { advanceDays } });
  if (status !== 200) throw new Error(`the clock could not be moved: ${status}`);
  return body.now;
}

/** The enterprise reports a session from its calendar; `on` is the session's date. */
export async function delivers(dawn: Person, enterprise: string, on: string): Promise<void> {
  const day = dayName(on);
  await dawn.at(`${enterprise}/calendar`);
  await dawn.press(new RegExp(`^It took place Dance class on ${day}$`));
  await dawn.reads(`Thank you. We have told the group that Dance class took place on ${day}.`);
}

/** A member confirms a session from the pool page's list of tasks. */
export async function confirms(rosa: Person, poolId: string, n: number): Promise<void> {
  await rosa.at(`/pools/${poolId}`);
  await rosa.press('Did it take place? Dance class');
  await rosa.reads('Did it take place as agreed?');
  await rosa.press('Yes, it took place');
  await rosa.reads('Thank you. If nobody who came objects, the enterprise is paid by ');
  await rosa.reads('You have confirmed this session');
  await rosa.page.getByText(`Dance class, session ${n} of 12`).waitFor();
}

/** A member says that something was wrong with a session. */
export async function disputes(priya: Person, poolId: string): Promise<void> {
  await priya.at(`/pools/${poolId}`);
  await priya.press('Did it take place? Dance class');
  await priya.expand('Something was wrong');
  await priya.type('What was wrong?', 'The hall was locked for half an hour.');
  await priya.press('Say that something was wrong');
  await priya.reads('Nothing is paid for now. Say below what should be paid.');
  await priya.reads('Nobody has named an amount yet.');
}

export async function namesHalf(priya: Person): Promise<void> {
  await priya.choose('Another amount');
  await priya.type('Amount in pounds', '27');
  await priya.type('Your reason', 'Half the time, half the price.');
  await priya.press('Send');
  await priya.reads('We have recorded what you said.');
  await priya.reads('The group says: pay £27.');
}

export async function agreesToHalf(dawn: Person, commission: string): Promise<void> {
  await dawn.at(commission);
  await dawn.press('Say what should be paid');
  await dawn.reads('The group says: pay £27.');
  await dawn.choose('£27, as the other side says');
  await dawn.type('Your reason', 'We lost half an hour. That is fair.');
  await dawn.press('Send');
  await dawn.reads('It is settled: both sides say the same.');
}

/** Checks what the pool's history says about the dispute. */
export async function readsOfHalf(rosa: Person, poolId: string): Promise<void> {
  await rosa.at(`/pools/${poolId}`);
  await rosa.press('What has happened so far');
  await rosa.reads('Priya said that something was wrong with session 6 of “Dance class”.');
  await rosa.reads('The enterprise earned £27.');
  await rosa.reads('£27 came back and is free again.');
}

/** Leaves the pool: £12 is free, and eight sessions at £9 are held. */
export async function leaves(joe: Person, poolId: string, lastDay: string): Promise<void> {
  await joe.at(`/pools/${poolId}`);
  await joe.press('Leave the pool');
  await joe.isAt('Leave the pool');
  await joe.reads('£12 goes back to where it came from at once.');
  await joe.reads(`Your notice is 4 weeks, until ${lastDay}. £72 stays set aside:`);
  await joe.reads(/^£84$/);
  await joe.press('Leave the pool');
  await joe.isAt('You have left “Tuesday dancers”');
  await joe.reads('£12 has gone back to where it came from.');
  await joe.reads(`£72 stays set aside for sessions until ${lastDay}.`);
}
