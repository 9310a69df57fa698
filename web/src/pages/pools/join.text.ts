// The words of joining a pool: typing a code, reading what it is for, signing.
import { texts } from '../../text/texts.ts';

export const joinText = texts({
  title: ['Join a pool', 'Join a pool'],
  about: [
    'Somebody in a pool can give you a code. With it you can read what the pool is for before you decide.',
    'Someone in the pool gives you a code. Type it here. Then you can read about the pool.',
    'invite',
  ],
  label: ['Your code', 'Your code'],
  hint: [
    '12 letters and numbers, such as abcd 1234 efgh. Capital letters, spaces and dashes do not matter.',
    '12 letters and numbers, like abcd 1234 efgh.',
  ],
  missing: ['Type the code that you were given.', 'Type your code.'],
  wrong: [
    'The code has 12 letters and numbers. You typed {n}. Check it with whoever gave it to you.',
    'The code has 12 letters and numbers. You typed {n}. Look at it again.',
  ],
  odd: [
    'A code has no “u” in it, and no signs such as “*”. Check it with whoever gave it to you.',
    'There is no “u” and no sign in a code. Look at it again.',
  ],
  look: ['Show me the pool', 'Show me the pool'],

  overTitle: ['This invitation is over', 'This code does not work'],
  over: [
    'The code is not valid any more, or a letter of it is wrong. That can happen to anyone. Ask whoever gave it to you for a new one.',
    'Maybe the code is too old. Maybe a letter is wrong. Ask for a new code.',
    'letter',
  ],
  again: ['Type the code again', 'Type the code again'],

  caption: ['You are invited to join', 'You can join this pool'],
  what: ['What they do together', 'What they do'],
  for: ['What it is for', 'What it is for'],
  agreement: ['The agreement', 'The rules'],
  agreementAbout: [
    'Everyone in the pool signs these rules.',
    'Everyone in the pool says yes to these rules.',
    'tick-list',
  ],
  changedTitle: ['The agreement has changed', 'The rules have changed'],
  changed: [
    'The group has changed its agreement since you read it. You have not signed anything. Below is the new one: read it, and sign it if you agree.',
    'The group has new rules now. You did not sign. Read the new rules below. Sign them if you agree.',
    'document',
  ],
  youRead: ['You read: {what}', 'You read: {what}'],
  until: [
    'You can join until {day}. Joining costs nothing. You decide later whether to put money in.',
    'You can join until {day}. Joining is free. You can put in money later.',
    'calendar',
  ],
  sign: ['I sign this agreement and join', 'I sign the rules. I want to join.'],
  notNow: ['Not now', 'Not now'],
  welcome: ['Welcome. You are a member of this pool now.', 'Welcome. You are in this pool now.'],
  goToPool: ['Go to the pool', 'Go to the pool'],
});
