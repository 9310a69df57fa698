// The words for what a pool has ordered and what is proposed.
import { texts } from '../../text/texts.ts';

export const poolPlansText = texts({
  next: ['What is next', 'What is next'],
  nothingNext: [
    'No sessions are planned. Find something that you would like to do, and propose it.',
    'Nothing is planned yet. Find something you like. Then ask the others.',
    'calendar',
  ],
  nothingNextOutside: ['No sessions are planned.', 'Nothing is planned yet.', 'calendar'],
  find: ['Find something to do', 'Find something to do'],
  notFundedYet: ['Money not set aside yet', 'No money kept yet'],
  at: ['at {time}', 'at {time}'],
  commissions: ['What we have ordered', 'What we have ordered'],
  paid: [
    '{done} of {all} sessions are paid. {held} is set aside for the others.',
    '{done} of {all} times are paid. {held} is kept for more.',
    'calendar',
  ],
  paidAlone: ['{done} of {all} sessions are paid.', '{done} of {all} times are paid.', 'calendar'],
  proposals: ['Ideas and votes', 'Our ideas'],
  noProposals: [
    'There is no open idea just now. Find something to do and propose it to the others.',
    'There are no ideas now. Find something to do. Then ask the others.',
    'talk',
  ],
  noProposalsNow: ['There is no open idea just now.', 'There are no ideas now.', 'talk'],
  votedOf: [
    '{n} of {all} people have voted. Voting ends on {when}.',
    '{n} of {all} people have voted. It ends on {when}.',
    'vote',
  ],
  stillToVote: ['Still to vote: {names}.', 'Not voted yet: {names}.', 'people'],
  waitingFor: [
    'The group has said yes. It goes ahead when these people are ready to pay: {names}.',
    'The group said yes. It waits for these people to be ready to pay: {names}.',
    'hourglass',
  ],
  youMadeIt: ['You proposed this.', 'This was your idea.'],
  madeBy: ['{name} proposed this.', '{name} had this idea.'],
  someoneGone: ['someone who has left', 'someone who left'],
});
