// Hard words and what they mean; in Easy Read shown at the end of the pages that use them.
import { texts } from '../text/texts.ts';

export const hardWordsText = texts({
  pool: [
    'A pool is a small group of people, their agreement and their money.',
    'A pool is a group of people. They put money together. They decide together.',
    'people',
  ],
  allocation: [
    'An allocation is money that a funder, such as the council, grants to you for a time.',
    'An allocation is money for you. The council or the health service gives it.',
    'money',
  ],
  agreement: [
    'The agreement is the rules of a pool. Every member signs it.',
    'The agreement is the rules of the pool. Everyone signs it.',
    'tick-list',
  ],
  proposal: [
    'A proposal is an idea to spend money that a pool votes on.',
    'A proposal is an idea. The pool votes on it.',
    'talk',
  ],
  vote: ['A vote is your word on a proposal.', 'A vote is when you say yes or no.', 'vote'],
  commission: [
    'A commission is what a pool has ordered: sessions, a price and who comes.',
    'A commission is what the pool has ordered.',
    'calendar',
  ],
  session: [
    'A session is one time that something takes place.',
    'A session is one time. Like one dance class.',
    'clock',
  ],
  enterprise: [
    'An enterprise is a small local business or group that offers things to do.',
    'An enterprise is a small local business. It offers things to do.',
    'offer',
  ],
  offer: [
    'An offer is what an enterprise will do, and its price.',
    'An offer is something you can do. It has a price.',
    'star',
  ],
  held: [
    'Held money is set aside for sessions that are agreed.',
    'Held money is kept safe for sessions. Nobody can use it for other things.',
    'lock',
  ],
  free: ['Free money is not set aside for anything yet.', 'Free money is not used yet.', 'money'],
  supporter: [
    'A supporter is a person whom you allow to act for you.',
    'A supporter helps you. You say what they can do.',
    'hand',
  ],
  funder: [
    'A funder is the council or health body that grants the money.',
    'A funder gives the money. Like the council.',
    'bank',
  ],
  notice: [
    'Notice is the time between saying that you leave and the end.',
    'Notice is the time before you are out.',
    'hourglass',
  ],
  instalment: [
    'An instalment is a part of your money that comes on a set day.',
    'An instalment is a part of your money. It comes on a set day.',
    'calendar',
  ],
});
