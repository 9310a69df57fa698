// The words for what a proposal costs, before anyone votes.
import { texts } from '../../text/texts.ts';

export const costText = texts({
  heading: ['What it costs', 'What it costs you'],
  explained: [
    'Only people who come pay. The more people come, the less each pays.',
    'Only people who come pay. More people means you pay less.',
    'price',
  ],
  explainedPerPerson: [
    'Only people who come pay. The price for each person is always the same.',
    'Only people who come pay. The price is the same for everyone.',
    'price',
  ],
  everybody: ['If everybody comes ({n} people)', 'If all {n} people come'],
  most: ['If as many come as there is room for ({n} people)', 'If {n} people come. That is the most.'],
  fewest: ['If only the fewest come ({n} people)', 'If only {n} people come'],
  ifYouCome: ['If you come', 'If you come'],
  aSession: ['You pay for one session', 'You pay for 1 session'],
  aSessionMost: ['You pay for one session, at most', 'You pay for 1 session, at most'],
  forOne: ['You pay', 'You pay'],
  forOneMost: ['You pay at most', 'You pay at most'],
  forAll: ['You pay for all {n} sessions', 'You pay for all {n} sessions'],
  forAllMost: ['You pay for all {n} sessions, at most', 'You pay for all {n} sessions, at most'],
  groupPays: ['The whole group pays', 'The whole group pays'],
  range: ['{from} to {to}', '{from} to {to}'],
  have: ['You have {free} free in this pool now.', 'You have {free} free in this pool now.', 'money'],
  haveNothing: ['You have no free money in this pool now.', 'You have no free money in this pool now.', 'money'],
  left: ['Left of your money after it', 'What you have left after'],
  need: ['Still to put in', 'You need to put in'],
  needAll: ['Still to put in for all of it', 'You need to put in for all of it'],
  later: [
    'You can vote now and put the money in later. The order waits until it is there.',
    'You can vote now. You can put money in later.',
    'information',
  ],
  putIn: ['Put money in', 'Put money in'],
});
