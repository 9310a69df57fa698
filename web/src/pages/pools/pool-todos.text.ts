// The words for what somebody has to do in a pool.
import { texts } from '../../text/texts.ts';

export const poolTodosText = texts({
  title: ['What you need to do', 'What you need to do'],
  nothing: ['There is nothing for you to do at the moment.', 'There is nothing for you to do now.', 'check'],
  signTitle: ['Sign the new agreement', 'Sign the new rules'],
  sign: [
    'The pool has agreed to change its agreement. It starts when everybody has signed.',
    'The pool wants new rules. Everyone must sign.',
    'document',
  ],
  voteTitle: ['Vote: {title}', 'Vote: {title}'],
  vote: ['Voting ends on {when}.', 'You can vote until {when}.', 'vote'],
  voteCost: [
    'It would cost you at most {share} a session. Voting ends on {when}.',
    'You pay {share} or less each time. Vote before {when}.',
    'vote',
  ],
  moreTitle: ['Say if you agree to pay more: {title}', 'Can you pay more? {title}'],
  more: [
    'The group has said yes. Your share would be {share}, which is more than you agreed to.',
    'The group said yes. Your part is now {share}. You said less before.',
    'price',
  ],
  payInTitle: ['Put in {sum} more: {title}', 'Put in {sum} more: {title}'],
  payIn: [
    'The group has said yes, and it waits for your money.',
    'The group said yes. It needs your money to start.',
    'money',
  ],
  confirmTitle: ['Did it take place? {title}', 'Did it happen? {title}'],
  confirm: [
    'The enterprise says that the session on {day} took place. Say if it did, or if something was wrong.',
    'It was on {day}. Tell us if it was OK.',
    'calendar',
  ],
  settleTitle: ['Say what should be paid: {title}', 'Say what to pay: {title}'],
  settle: [
    'Somebody said that something was wrong on {day}. Say what you think should be paid.',
    'Something was wrong on {day}. Say how much to pay.',
    'talk',
  ],
  limitTitle: ['Say if you agree to pay more: {title}', 'Can you pay more? {title}'],
  limit: [
    'Your share of the session on {day} would be {share}, which is more than you agreed to.',
    'Your part on {day} is now {share}. You said less before.',
    'price',
  ],
  aheadTitle: ['Put in {sum} more: {title}', 'Put in {sum} more: {title}'],
  ahead: [
    'Your share of the session on {day} is not there yet. It must be there 7 days before.',
    'You need more money for {day}. Put it in 1 week before.',
    'money',
  ],
});
