// The words of the start page.
import { texts } from '../../text/texts.ts';

export const startText = texts({
  title: ['Put your money together and do more', 'Do more together'],
  picture: [
    'Four smiling people put coins into one big pot. Above it are music, a young plant and a football.',
    'Four people put coins into one pot.',
  ],
  who: [
    'Kitty is for people who have a personal budget: money from the council or the health service for their support.',
    'A personal budget is money for your support. Kitty is for people with a personal budget.',
    'person',
  ],
  pool: [
    'A few people put some of their money into one pot, which we call a pool.',
    'A few people put money into one pot. We call this a pool.',
    'pool',
  ],
  choose: [
    'Together they choose something to do near them, such as a dance class, and everybody can vote.',
    'You choose something to do together. Everyone can vote.',
    'vote',
  ],
  share: [
    'Only people who come pay, and everybody can always see what is theirs.',
    'You pay only when you join in. You can always see your money.',
    'money',
  ],
  safe: [
    'The money is kept safe for each session, and is paid only after it has taken place.',
    'We keep the money safe. We pay only after it has happened.',
    'lock',
  ],
  find: ['Find something to do', 'Find something to do'],
  how: ['See how it works', 'See how it works'],
  forTitle: ['Who it is for', 'Who is Kitty for?'],
  holderTitle: ['You have a personal budget', 'You have a personal budget'],
  holder: [
    'Do more of what you like, with people you like, for less money each.',
    'Do what you like. Do it with other people. It costs less.',
    'heart',
  ],
  supporterTitle: ['You help somebody', 'You help someone'],
  supporter: [
    'Family, friends and helpers can see, vote or pay for somebody who asks them to.',
    'You can help someone use Kitty. They must ask you first.',
    'hand',
  ],
  enterpriseTitle: ['You run a small enterprise', 'You have a small business'],
  enterprise: [
    'List what you offer, get requests from whole groups, and be paid after each session.',
    'Tell people what you offer. Groups can ask you. You are paid after each session.',
    'offer',
  ],
  funderTitle: ['You work for a council or health body', 'You work for the council'],
  funder: [
    'See that public money did what was agreed, down to the penny, without watching people.',
    'See what the money was used for. You do not watch people.',
    'bank',
  ],
  stepsTitle: ['First steps', 'How to start'],
  lookAround: [
    'Look for something that you would like to do. You need not sign in for this.',
    'Look for something you like. You do not need to sign in.',
    'search',
  ],
  signInStep: [
    'Sign in. Your funder, such as the council, has told you how, or can tell you.',
    'Sign in. Ask the council if you do not know how.',
    'sign-in',
  ],
  startStep: [
    'Start a pool with people you know, or join one with a code that somebody gives you.',
    'Start a pool with people you know. Or join a pool with a code.',
    'people',
  ],
  moneyStep: [
    'Put some money in, propose what you have found, and vote.',
    'Put some money in. Tell the others what you found. Then vote.',
    'vote',
  ],
  signIn: ['Sign in', 'Sign in'],
});
