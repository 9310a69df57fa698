// The words for the money of a pool, and for one's own in it.
import { texts } from '../../text/texts.ts';

export const poolMoneyText = texts({
  ours: ['What we have', 'What we have'],
  someHeld: [
    'We have {total} together: {free} is free and {held} is set aside for sessions.',
    'We have {total} together. {free} is free. {held} is kept for sessions.',
    'pool',
  ],
  allFree: ['We have {total} together, and all of it is free.', 'We have {total} together. All of it is free.', 'pool'],
  allHeld: [
    'We have {total} together, and all of it is set aside for sessions.',
    'We have {total} together. All of it is kept for sessions.',
    'pool',
  ],
  noneNow: ['There is no money in the pool now.', 'There is no money in the pool now.', 'pool'],
  alreadyPaid: ['So far we have paid {paid}.', 'We have paid {paid} so far.', 'check'],
  empty: [
    'There is no money in the pool yet. Put some in, so that you can plan something together.',
    'There is no money in the pool yet. Put some money in first.',
    'pool',
  ],
  free: ['Free', 'Free'],
  held: ['Set aside', 'Kept for sessions'],
  paid: ['Paid so far', 'Already paid'],
  mine: ['What is yours', 'What is yours'],
  mineSomeHeld: [
    '{total} of it is yours: {free} is free and {held} is set aside.',
    '{total} is yours. {free} is free. {held} is kept for sessions.',
    'person',
  ],
  mineAllFree: ['{total} of it is yours, and all of that is free.', '{total} is yours. All of it is free.', 'person'],
  mineAllHeld: [
    '{total} of it is yours, and all of that is set aside.',
    '{total} is yours. All of it is kept for sessions.',
    'person',
  ],
  nothingMine: ['You have no money in this pool now.', 'You have no money in this pool now.', 'person'],
  lots: ['Where your money comes from', 'Where your money comes from'],
  lot: [
    '{stream}: {free} free, {held} set aside. It can be used until {day}.',
    '{stream}: {free} is free. {held} is kept. Use it before {day}.',
  ],
  putIn: ['Put money in', 'Put money in'],
});
