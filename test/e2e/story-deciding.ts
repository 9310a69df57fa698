// The story's decision in the browser: finding an offer, proposing it, voting, and the order that the last vote makes.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { dayName } from '../../web/src/text/format.ts';
import type { Person } from './people.ts';

export async function finds(rosa: Person): Promise<void> {
  await rosa.press('Find something to do');
  await rosa.isAt('Find something to do');
  await rosa.type('What would you like to do?', 'dance');
  await rosa.type('Where?', 'RM10');
  await rosa.pick('How far away?', 'Up to 1 mile');
  await rosa.press('Search');
  await rosa.reads('We found 1 thing.');
  await rosa.press('Dance class');
  await rosa.isAt('Dance class');
  await rosa.reads('From 4 to 12');
  await rosa.press('Ask Tuesday dancers');
}

/** Proposes twelve sessions, the first on the date `first`. */
export async function proposes(rosa: Person, first: string): Promise<void> {
  const [year = '', month = '', day = ''] = first.split('-');
  await rosa.isAt('How many sessions?');
  await rosa.type('How many sessions?', '12');
  await rosa.press('Continue');
  await rosa.isAt('When is the first session?');
  await rosa.type('Day', String(Number(day)));
  await rosa.type('Month', String(Number(month)));
  await rosa.type('Year', year);
  await rosa.type('Time', '14:00');
  await rosa.press('Continue');
  await rosa.isAt('How often?');
  await rosa.choose('Every week');
  await rosa.press('Continue');
  await rosa.isAt('How much money to set aside?');
  await rosa.choose('For all 12 sessions at once');
  await rosa.press('Continue');
  await rosa.isAt('Do you want to say something to the group?');
  await rosa.type('Your note (you can leave this empty)', 'Twelve Tuesdays, and we can all dance.');
  await rosa.press('Continue');
  await rosa.isAt('Check before the group votes');
  await rosa.reads(`${dayName(first)} at 14:00`);
  // What it costs before anyone votes: £9 a session for each of six, £108 in all, £12 left of £120.
  await rosa.reads('If everybody comes (6 people)');
  for (const sum of ['£9', '£108', '£648', '£12']) await rosa.reads(new RegExp(`^${sum}$`));
  await rosa.press('Ask the group to vote');
  await rosa.isAt('Vote: Dance class');
  await rosa.reads('Your proposal is with the group. Now vote on it yourself.');
}

export async function votes(friend: Person): Promise<void> {
  await friend.isAt('Vote: Dance class');
  await friend.choose(/^Yes, and I am coming/);
  await friend.press('Send my vote');
}

/** Checks the page of somebody who has voted before the others. */
export async function waits(friend: Person): Promise<void> {
  await friend.reads('Your vote is in. The group has not decided yet.');
  await friend.reads('You said yes and that you are coming. You pay at most £13.50 for one session.');
}

/** The last vote. The page gets its answers one after another; money that was just set aside must not look as if it were missing. */
export async function votesLast(friend: Person): Promise<void> {
  await friend.page.route(/\/v1\/pools\/\w+\/proposals\/\w+$/, async (route) => {
    await sleep(500);
    await route.continue();
  });
  const poolRead = friend.page.waitForResponse(
    (answer) => answer.request().method() === 'GET' && /\/v1\/pools\/\w+$/.test(answer.url()),
  );
  await Promise.all([poolRead, votes(friend)]);
  await sleep(100);
  expect(await friend.page.getByText('£96').count()).toBe(0);
  await friend.page.unrouteAll({ behavior: 'wait' });
}

/** Checks the order that the last vote made, and its price. */
export async function seesOrder(friend: Person, first: string): Promise<void> {
  await friend.reads('Your vote is in. The group said yes.');
  await friend.press('See the order');
  await friend.reads('The enterprise has been asked.');
  await friend.reads(`${dayName(first)} at 14:00. You pay £9.`);
}
