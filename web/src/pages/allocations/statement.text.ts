// The words of an allocation's statement.
import { texts } from '../../text/texts.ts';

export const statementText = texts({
  title: ['Statement', 'What happened to your money'],
  myMoney: ['My money', 'My money'],
  about: [
    'Every line is one thing that happened, the oldest first. “Left” is what you have not put into a pool.',
    'Each line is one thing that happened. Left is money that is not in a pool.',
    'document',
  ],
  caption: ['What happened, and what was left', 'What happened'],
  what: ['What happened', 'What happened'],
  amount: ['Amount', 'How much'],
  balance: ['Left', 'Left'],
  nothing: ['There is nothing more to show.', 'There is no more.', 'check'],
  later: ['Show what came next', 'Show more'],
  first: ['Go to the first line', 'Go to the start'],
  aPool: ['a pool', 'a pool'],
});

/** A sentence for each type of event. */
export const kindText = texts({
  granted: ['You were granted {amount}.', 'You got {amount}.'],
  contributed: ['{amount} went into {pool}.', '{amount} went into {pool}.'],
  'came-home': ['{amount} came back from {pool}.', '{amount} came back from {pool}.'],
  'standing-changed': [
    'You changed what goes into a pool each time money comes.',
    'You changed how much goes into a pool each time.',
  ],
  'standing-stopped': ['Nothing goes into a pool by itself any more.', 'No money goes into a pool by itself now.'],
  'standing-part-paid': [
    'Only {amount} was there to go into {pool}, less than the usual sum.',
    'There was less money. Only {amount} went into {pool}.',
  ],
  'standing-missed': [
    'Nothing went into a pool this time: there was no free money, or you had paused it.',
    'Nothing went into the pool this time. There was no money, or you had stopped it.',
  ],
  'reduction-announced': [
    'The funder said that this allocation will be reduced.',
    'The funder said that it will take some money back.',
  ],
  reduced: ['The funder took {amount} back.', 'The funder took {amount} back.'],
  ended: ['The allocation ended. {amount} went back to the funder.', 'Time is over. {amount} went back to the funder.'],
});

/** The same events when there was nothing left to move. */
export const kindNothingText = texts({
  'came-home': [
    'Money came back from {pool} and went on to the funder.',
    'Money came back from {pool}. It went to the funder.',
  ],
  reduced: [
    'The allocation was reduced. The money is still in pools and goes back from there.',
    'You have less money now. The funder takes it when it leaves the pool.',
  ],
  ended: ['The allocation ended. Nothing was left.', 'Time is over. No money was left.'],
});

export const otherKindText = texts({
  other: ['Something else happened.', 'Something else happened.'],
});
