// The words of “My pools”.
import { texts } from '../../text/texts.ts';

export const myPoolsText = texts({
  title: ['My pools', 'My pools'],
  none: [
    'You are not in a pool yet. Start one with people you know, or join one with a code that somebody gave you.',
    'You are not in a pool yet. You can start one. You can join one with a code.',
    'people',
  ],
  noMoney: ['There is no money in this pool yet.', 'This pool has no money yet.', 'money'],
  money: [
    'The pool has {free} free and {held} set aside for sessions. {mine} of all that is yours.',
    'The pool has {total}. {mine} of it is yours.',
    'money',
  ],
  start: ['Start a pool', 'Start a pool'],
  join: ['Join a pool with a code', 'Join a pool with a code'],
});
