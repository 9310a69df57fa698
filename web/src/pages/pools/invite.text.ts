// The words of inviting somebody to a pool.
import { texts } from '../../text/texts.ts';

export const inviteText = texts({
  title: ['Invite somebody', 'Ask someone to join'],
  intro: [
    'You get a code to give to the people whom you want in the pool. Whoever has the code can read the agreement, sign it and join.',
    'You get a code. Give it to people you want in the pool. They read the rules. Then they can join.',
    'invite',
  ],
  people: ['How many people may use the code?', 'How many people can use the code?'],
  peopleHint: ['From 1 to 49', 'From 1 to 49'],
  peopleError: ['Enter a whole number from 1 to 49', 'Write a number from 1 to 49'],
  days: ['For how many days does the code work?', 'How long does the code work?'],
  daysOf: ['{n} days', '{n} days'],
  make: ['Make the code', 'Make the code'],
  codeTitle: ['Your code', 'Your code'],
  code: ['The code is:', 'The code is:'],
  goodForOne: ['One person can use it until {day}.', '1 person can use it until {day}.', 'clock'],
  goodFor: ['{n} people can use it until {day}.', '{n} people can use it until {day}.', 'clock'],
  link: ['Or send this link', 'Or send this link'],
  copyLink: ['Copy the link', 'Copy the link'],
  copyWords: ['Copy these words', 'Copy these words'],
  copied: ['Copied.', 'Copied.'],
  notCopied: ['It could not be copied. Select it and copy it yourself.', 'It did not copy. Copy it yourself.'],
  whatToSay: ['What you can say', 'What you can say'],
  words: [
    'Would you like to join our pool “{pool}” on Kitty? We put money together and decide together what to do. Open {link} or choose “Join a pool with a code” and type {code}. The code works until {day}.',
    'Do you want to join “{pool}”? We do things together. Go to {link}. Or type this code: {code}. It works until {day}.',
  ],
  keepSafe: [
    'Give the code only to people whom you want in the pool.',
    'Only give the code to people you want.',
    'shield',
  ],
  another: ['Make another code', 'Make another code'],
  revoke: ['Take this code back', 'Stop this code'],
  revoked: ['The code does not work any more.', 'The code does not work now.'],
  backToPool: ['Go back to the pool', 'Go back to the pool'],
});
