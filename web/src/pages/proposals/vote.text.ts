// The words of the vote page: what is proposed, what it costs, how the group decides, who has voted.
import { texts } from '../../text/texts.ts';

export const voteText = texts({
  title: ['Vote: {title}', 'Vote: {title}'],
  somebody: ['Somebody who has left', 'Someone who has left'],

  buyOne: [
    '{by} proposes one session of {title}, on {day} at {time}, for {price}.',
    '{by} wants to buy this: {title}. It is 1 session. It is on {day} at {time}. It costs {price}.',
    'talk',
  ],
  buyMany: [
    '{by} proposes {n} sessions of {title}, {often}, from {day} at {time}, for {price} each session.',
    '{by} wants to buy this: {title}. It is {n} sessions. {Often}. The first is on {day} at {time}. Each session costs {price}.',
    'talk',
  ],
  eachPerson: ['{price} for each person', '{price} for each person'],
  offerLink: ['Read more about {title}', 'Read more about {title}'],
  places: [
    'It needs at least {least} people. There is room for {most}.',
    'At least {least} people must come. {most} can come.',
    'people',
  ],
  aheadSome: [
    'Money is set aside for {n} sessions at a time, not for all at once.',
    'We keep money safe for {n} sessions at a time.',
    'lock',
  ],

  cancelAll: [
    '{by} proposes to cancel all sessions to come of {title}.',
    '{by} wants to stop this: {title}. All later sessions stop.',
    'cross',
  ],
  cancelWaiting: [
    '{by} proposes to take back what the group agreed to: {title}. It is waiting, and nothing has been ordered yet.',
    '{by} wants to take this back: {title}. The group said yes to it. We have not ordered it yet.',
    'cross',
  ],
  cancelWaitingMeans: [
    'If the group says yes, it is not ordered and nobody pays for it.',
    'If the group says yes, we do not order it. Nobody pays.',
    'money',
  ],
  purchaseLink: ['See what was agreed: {title}', 'Look at what we said yes to: {title}'],
  cancelGone: [
    'What this would cancel is over already.',
    'This is over already. There is nothing to stop.',
    'information',
  ],
  cancelOne: [
    '{by} proposes to cancel one session of {title}: {day} at {time}.',
    '{by} wants to stop 1 session of {title}. It is on {day} at {time}.',
    'cross',
  ],
  cancelBack: [
    'Money that is set aside for a cancelled session goes back to the people who put it in.',
    'You get the money for that session back.',
    'money',
  ],
  cancelCharge: [
    'If the group decides less than {hours} hours before a session, {percent}% of its price is still paid.',
    'Is it less than {hours} hours before? Then we still pay {percent}% of the price.',
    'price',
  ],
  commissionLink: ['See the sessions of {title}', 'See the sessions of {title}'],

  agreementNew: [
    '{by} proposes new rules for the pool. They start when every member has signed them.',
    '{by} wants new rules. Everyone must sign them.',
    'tick-list',
  ],
  rulesNew: ['The new rules', 'The new rules'],
  rulesNow: ['The rules now', 'The rules now'],

  noteHeading: ['What {by} says', 'What {by} says'],

  decideHeading: ['How the group decides', 'How the group decides'],
  everyone: [
    'It is agreed if at least one person says yes and nobody says no.',
    'We do it if someone says yes and nobody says no.',
    'people',
  ],
  consent: [
    'It is agreed if at least one person says yes and nobody blocks it.',
    'We do it if someone says yes and nobody says stop.',
    'people',
  ],
  'two-thirds': [
    'It is agreed if at least two out of three of the “yes” and “no” votes are “yes”.',
    'We do it if 2 out of 3 say yes.',
    'vote',
  ],
  majority: ['It is agreed if more people say yes than no.', 'We do it if more people say yes than no.', 'vote'],
  quorum: ['At least {n} of the {all} people who can vote must vote.', '{n} of {all} people must vote.', 'people'],
  closes: [
    'You can vote and change your vote until {when}, or until everybody has voted.',
    'You can vote until {when}. You can change your vote. It ends early if all have voted.',
    'clock',
  ],
  countsHeading: ['Votes so far', 'Votes so far'],
  countsFinal: ['The votes', 'The votes'],
  agree: ['Yes', 'Yes'],
  abstain: ['No opinion', 'No opinion'],
  disagree: ['No', 'No'],
  block: ['Stop', 'Stop'],
  coming: ['Coming', 'Coming'],
  comingEnough: [
    '{n} people have said that they come. That is enough.',
    '{n} people will come. That is enough.',
    'people',
  ],
  comingNone: [
    'Nobody has said yet that they come. It needs at least {least}.',
    'Nobody has said yes to coming yet. We need {least}.',
    'people',
  ],
  comingOne: [
    '1 person has said that they come. It needs at least {least}.',
    '1 person will come. We need {least}.',
    'person',
  ],
  comingOneEnough: [
    '1 person has said that they come. That is enough.',
    '1 person will come. That is enough.',
    'person',
  ],
  comingMore: [
    '{n} people have said that they come. It needs at least {least}.',
    '{n} people will come. We need {least}.',
    'people',
  ],
  notYet: ['Not voted yet: {names}.', 'They have not voted: {names}.', 'hourglass'],
  reasons: ['What people say', 'What people say'],

  notElector: [
    'You cannot vote on this. Only people who were in the pool when it was proposed can, and not those who run the enterprise that it is about.',
    'You can not vote on this. Maybe you came after this idea. Maybe it is your own business.',
    'information',
  ],
  leaving: [
    'You have left this pool, so you cannot vote in it any more.',
    'You left this pool. You can not vote now.',
    'leave',
  ],

  agreedTitle: ['The group said yes', 'The group said yes'],
  agreedBuy: [
    'The sessions were ordered and the money was set aside. The order says how it goes on.',
    'We ordered the sessions. Look at the order to see what is next.',
    'check',
  ],
  agreedCancel: ['What was proposed is cancelled.', 'It is cancelled now.', 'check'],
  agreedAgreement: [
    'The new rules start when every member has signed them.',
    'The new rules start when everyone has signed.',
    'tick-list',
  ],
  seeCommission: ['See the order', 'See the order'],
  sign: ['Read and sign the new rules', 'Read and sign the new rules'],
  notAgreedTitle: ['The group did not agree', 'The group did not say yes'],
  notGoingAheadTitle: ['This is not going ahead', 'This will not happen'],
  notAgreed: [
    'Nothing is spent and nobody owes anything. You can talk about it and propose something else.',
    'No money is spent. You can talk about it. You can try a new idea.',
    'information',
  ],
  cancelNotAgreed: [
    'What the group had agreed to do stays as it was.',
    'Nothing changes. It stays as it was.',
    'information',
  ],
  agreementNotAgreed: ['The agreement stays as it was.', 'The rules stay the same.', 'information'],
  withdrawnTitle: ['This was taken back', 'This was taken back'],
  withdrawn: [
    'The person who proposed it took it back, or the group did before anything was ordered. Nothing is spent.',
    'The idea was taken back. No money is spent.',
    'information',
  ],
  withdrawnOther: ['The person who proposed it took it back.', 'The idea was taken back.', 'information'],
  toPool: ['Go to {pool}', 'Go to {pool}'],
  findElse: ['Find something to do', 'Find something to do'],

  waitingTitle: ['Agreed, but waiting', 'The group said yes. We must wait.'],
  waiting: [
    'The group said yes. The sessions are ordered as soon as everybody who comes is ready. If that is not before the first session, nothing is ordered.',
    'We order when everyone who comes is ready. They must be ready before the first session.',
    'hourglass',
  ],
  youLack: ['You need {amount} more in the pool.', 'You need {amount} more in the pool.', 'money'],
  putIn: ['Put money in', 'Put money in'],
  youMustAgree: [
    'Your share has come to {share} a session. You said at most {limit}. You can agree to more, or not come.',
    'You pay {share} for 1 session now. You said at most {limit}. Is that OK?',
    'price',
  ],
  othersLack: ['{names} must put in more money first.', '{names} must put in more money.', 'hourglass'],
  othersAgree: [
    '{names} must say whether the new price is all right.',
    '{names} must say if the price is OK.',
    'hourglass',
  ],

  takeBackHeading: ['Ask the group to take this back', 'Ask the group to take this back'],
  takeBackExplained: [
    'The group has agreed to this, so only the group can take it back. The members vote on it. If it passes, nothing is ordered.',
    'The group said yes to this. Now only the group can stop it. The group votes. If they say yes, we do not order it.',
    'vote',
  ],
  takeBackAsked: [
    'Somebody has asked the group to take this back.',
    'Someone asked the group to take this back.',
    'vote',
  ],
  takeBackSee: ['See that proposal', 'Look at that idea'],

  withdrawHeading: ['Take your proposal back', 'Take your idea back'],
  withdrawExplained: [
    'Nobody can vote on it any more. You can propose it again at any time.',
    'Nobody can vote on it then. You can ask again later.',
    'information',
  ],
  withdraw: ['Withdraw my proposal', 'Take my idea back'],
  withdrawDone: ['Your proposal is withdrawn.', 'Your idea is taken back.'],
});
