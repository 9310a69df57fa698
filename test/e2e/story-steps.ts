// Steps of the story in the browser: importing allocations, listing an offer, starting and joining a pool, contributing.
import type { Person } from './people.ts';

/** The six people; `emailOf` is the email that the funder imports them with. */
export const FRIENDS = ['Rosa', 'Sam', 'Priya', 'Joe', 'Mary', 'Ade'] as const;
export type Friend = (typeof FRIENDS)[number];
export const emailOf = (name: string): string => `${name.toLowerCase()}@story.example`;

const HEADER = 'person_ref,name,email,stream,amount_pounds,starts_on,ends_on,instalment,custody,outcomes';

/** An import file of six valid lines and an invalid seventh; `from` and `until` are dates. */
export function fileOf(from: string, until: string): string {
  const line = (name: string, at: number, pounds: string): string =>
    [
      `STORY-${at}`,
      name,
      emailOf(name),
      'social-care',
      pounds,
      from,
      until,
      'once',
      'funder',
      'friendship;fitness',
    ].join(',');
  return [HEADER, ...FRIENDS.map((name, at) => line(name, at + 1, '120')), line('Zoe', 7, '12O')].join('\n');
}

export async function importsFile(funder: Person, text: string): Promise<void> {
  await funder.press('Import allocations');
  await funder.isAt('Import allocations');
  await funder.upload('A CSV file', { name: 'december.csv', mimeType: 'text/csv', text });
  await funder.reads('december.csv: 7 lines after the column names');
  await funder.press('Import this file');
  await funder.reads('6 lines were imported.');
  await funder.reads('1 line was rejected.');
}

export async function registers(dawn: Person): Promise<void> {
  await dawn.press('My enterprises');
  await dawn.isAt('My enterprises');
  await dawn.press('Register an enterprise');
  await dawn.isAt('What is your enterprise called?');
  await dawn.type('Name', 'Dawn Dances');
  await dawn.press('Continue');
  await dawn.isAt('What do you do?');
  await dawn.type('What you do', 'Dance for people who never thought they would.');
  await dawn.press('Continue');
  await dawn.isAt('What is your postcode?');
  await dawn.type('Postcode', 'RM10');
  await dawn.press('Continue');
  await dawn.isAt('What is your enterprise in law?');
  await dawn.choose('One person in business (sole trader)');
  await dawn.press('Continue');
  await dawn.isAt('Who owns your enterprise?');
  await dawn.choose('Owned by the person or people who started it');
  await dawn.press('Continue');
  await dawn.isAt('How many people work in your enterprise?');
  await dawn.type('Workers', '1');
  await dawn.press('Continue');
  await dawn.isAt('Check your answers');
  await dawn.press('Register my enterprise');
  await dawn.isAt('Dawn Dances');
  await dawn.reads('Dawn Dances is registered. Now say what you offer.');
}

export async function listsOffer(dawn: Person): Promise<void> {
  await dawn.press('List an offer');
  await dawn.isAt('What do you offer?');
  await dawn.type('Title', 'Dance class');
  await dawn.press('Continue');
  await dawn.isAt('What happens there?');
  await dawn.type('Description', 'An hour of dance to music that you choose.');
  await dawn.press('Continue');
  await dawn.isAt('What kind of thing is it?');
  await dawn.pick('Kind', 'Dance');
  await dawn.press('Continue');
  await dawn.isAt('What does it cost?');
  await dawn.choose('One price for the whole group');
  await dawn.type('Price of one session, in pounds', '54');
  await dawn.reads('£9 each');
  await dawn.press('Continue');
  await dawn.isAt('How many people can come?');
  await dawn.type('Fewest people', '4');
  await dawn.type('Most people', '12');
  await dawn.press('Continue');
  await dawn.isAt('How long is one session?');
  await dawn.choose('1 hour');
  await dawn.press('Continue');
  await dawn.isAt('Where is it?');
  await dawn.press('Continue');
  await dawn.isAt('Do you go to people?');
  await dawn.choose('No, people come to us');
  await dawn.press('Continue');
  await dawn.isAt('What if a group cancels?');
  await dawn.choose(/^Free until 2 days before\..* half /);
  await dawn.press('Continue');
  await dawn.isAt('What makes it easy to come?');
  await dawn.choose('No steps');
  await dawn.press('Continue');
  await dawn.isAt('Check your answers');
  await dawn.reads('£54 for the whole group');
  await dawn.reads('4 to 12');
  await dawn.press('List this offer');
  await dawn.isAt('Dawn Dances');
  await dawn.reads('“Dance class” is listed. Groups can find it now.');
}

/** Returns the pool's id. */
export async function startsPool(rosa: Person): Promise<string> {
  await rosa.press('My pools');
  await rosa.isAt('My pools');
  await rosa.press('Start a pool');
  await rosa.isAt('What is your pool called?');
  await rosa.type('Name of the pool', 'Tuesday dancers');
  await rosa.press('Continue');
  await rosa.isAt('What will you do together?');
  await rosa.type('In a sentence or two', 'Dance together, and make friends.');
  await rosa.press('Continue');
  await rosa.isAt('What should come of it?');
  await rosa.choose('friendship');
  await rosa.press('Continue');
  await rosa.isAt('The rules of your pool');
  await rosa.press('Choose our own rules');
  await rosa.isAt('How will you decide?');
  await rosa.choose('somebody agrees and nobody blocks it');
  await rosa.press('Continue');
  await rosa.isAt('How many people must vote?');
  await rosa.choose('4 people');
  await rosa.press('Continue');
  await rosa.isAt('How long may you take to vote?');
  await rosa.choose('A week');
  await rosa.press('Continue');
  await rosa.isAt('What if somebody wants to leave?');
  await rosa.choose('4 weeks');
  await rosa.press('Continue');
  await rosa.isAt('What if somebody cannot come?');
  await rosa.press('Continue');
  await rosa.isAt('Who sees how much each of you has?');
  await rosa.press('Continue');
  await rosa.isAt('Check and sign');
  await rosa.reads('At least 4 people must vote.');
  await rosa.reads('Whoever leaves gives 4 weeks’ notice.');
  await rosa.press('I sign this agreement and start the pool');
  await rosa.isAt('Tuesday dancers');
  await rosa.reads('Tuesday dancers is open, and you are its first member. Invite the others now.');
  return new URL(rosa.page.url()).pathname.replace('/pools/', '');
}

/** Returns the code as it is shown: in groups of four. */
export async function invitesFive(rosa: Person): Promise<string> {
  await rosa.press('Invite somebody');
  await rosa.isAt('Invite somebody');
  await rosa.type('How many people may use the code?', '5');
  await rosa.press('Make the code');
  await rosa.isAt('Your code');
  await rosa.reads(/^5 people can use it until /);
  const read = await rosa.page.getByText(/^The code is: /).innerText();
  return read.replace(/^The code is:\s*/, '').trim();
}

export async function joins(friend: Person, code: string): Promise<void> {
  await friend.press('My pools');
  await friend.isAt('My pools');
  await friend.press('Join a pool with a code');
  await friend.isAt('Join a pool');
  await friend.type('Your code', code);
  await friend.press('Show me the pool');
  await friend.isAt('Tuesday dancers');
  await friend.reads('Dance together, and make friends.');
  await friend.reads('We do something when somebody agrees and nobody blocks it.');
  await friend.press('I sign this agreement and join');
  await friend.reads('Welcome. You are a member of this pool now.');
}

export async function contribute(friend: Person): Promise<void> {
  await friend.press('Put money in');
  await friend.isAt('Put money in');
  await friend.type('How much do you want to put in?', '120');
  await friend.press('Continue');
  await friend.isAt('Check before you put money in');
  await friend.press('Put £120 in');
  await friend.isAt('Tuesday dancers');
  await friend.reads('You have put £120 in.');
  await friend.reads('£120 of it is yours, and all of that is free.');
}
