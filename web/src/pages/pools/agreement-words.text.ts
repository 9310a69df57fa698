// The rules of a pool in plain words.
import { texts } from '../../text/texts.ts';

export const agreementWordsText = texts({
  everyone: [
    'We do something only when everyone who votes agrees. One “no” stops it.',
    'Everyone who votes must say yes. One no stops it.',
    'people',
  ],
  consent: [
    'We do something when somebody agrees and nobody blocks it. A block is a serious “no”. A plain “no” is heard, and does not stop it.',
    'We do it if someone says yes and nobody blocks it. A block is a strong no.',
    'thumb-up',
  ],
  'two-thirds': [
    'We do something when at least two out of three votes are “yes”.',
    'We do it if 2 out of 3 say yes.',
    'vote',
  ],
  majority: [
    'We do something when more people say “yes” than “no”.',
    'We do it if more people say yes than no.',
    'vote',
  ],
  quorumOne: ['One vote is enough to decide.', 'One person can decide.', 'person'],
  quorum: [
    'At least {n} people must vote. If the pool has fewer people than that, everyone must vote.',
    'At least {n} people must vote. In a smaller pool everyone must vote.',
    'people',
  ],
  daysOne: [
    'Everyone has one day to vote. It is decided sooner if everyone has voted.',
    'You have 1 day to vote. It ends sooner if all have voted.',
    'clock',
  ],
  days: [
    'Everyone has {n} days to vote. It is decided sooner if everyone has voted.',
    'You have {n} days to vote. It ends sooner if all have voted.',
    'clock',
  ],
  noticeNone: [
    'Anybody can leave at once. Their money goes home with them, except what pays for sessions up to that day.',
    'You can leave at any time. Your money goes home with you. It still pays for sessions up to that day.',
    'leave',
  ],
  noticeOne: [
    'Whoever leaves gives one week’s notice. Their free money goes home at once, except their share of sessions in that week. Money set aside for sessions stays until the week is over.',
    'You can leave. Your free money goes home now. The rest pays for sessions for 1 more week.',
    'leave',
  ],
  notice: [
    'Whoever leaves gives {n} weeks’ notice. Their free money goes home at once, except their share of sessions in that time. Money set aside for sessions stays until the notice is over.',
    'You can leave. Your free money goes home now. The rest pays for sessions for {n} more weeks.',
    'leave',
  ],
  pay: [
    'Whoever said that they are coming pays their share, even if they then cannot come.',
    'If you say you will come, you pay. You pay even if you can not come.',
    'price',
  ],
  'free-with-notice': [
    'Whoever cannot come and says so in good time does not pay for that session, if enough people still come and those who then pay more have agreed to so much.',
    'You can not come? Say so early. Then you do not pay, if the others are OK with it.',
    'price',
  ],
  openBooks: [
    'Members see how much each has in the pool. Nobody sees what somebody put in of their own money.',
    'People in the pool can see how much you have in it. They can not see your own money.',
    'eye',
  ],
  closedBooks: [
    'Members see what the pool has and what is their own. Nobody sees how much the others have.',
    'You see the money of the pool. You see your own money. Nobody else sees how much you have.',
    'lock',
  ],
});
