// A pool's history as sentences, one for each kind of event (functions/pools/journal/pool-commands.ts names them).
import { texts } from '../../text/texts.ts';

export const historyText = texts({
  title: ['What has happened so far', 'What happened before'],
  intro: [
    'The newest comes first. Nothing in it can be changed.',
    'The newest is first. Nobody can change this.',
    'book',
  ],
  nothing: ['Nothing has happened yet.', 'Nothing happened yet.', 'book'],
  on: ['On {day}', 'On {day}'],
  older: ['Show what happened before', 'Show older things'],
  newer: ['Show what happened after', 'Show newer things'],
  pages: ['More of the history', 'More to read'],
  you: ['You', 'You'],
  gone: ['Someone who has left', 'Someone who left'],
  supporter: ['A supporter', 'A helper'],
  quoted: ['“{title}”', '“{title}”'],
  something: ['something that is over', 'something that is over'],
});

export const historySentences = texts({
  opened: ['{who} opened the pool and signed its agreement.', '{who} started the pool.', 'pool'],
  invited: ['{who} made an invitation.', '{who} asked someone to join.', 'invite'],
  'invitation-revoked': ['{who} took an invitation back.', '{who} took a code back.', 'invite'],
  joined: ['{who} signed the agreement and joined.', '{who} joined the pool.', 'people'],
  contributed: ['{who} put {sum} in.', '{who} put {sum} in.', 'plus'],
  contributedUnseen: ['{who} put money in.', '{who} put money in.', 'plus'],
  standing: [
    'What a member puts in with every instalment came in: {sum}.',
    '{sum} from a member came in by itself.',
    'repeat',
  ],
  'standing-paused': [
    '{who} stopped putting money in with every instalment, for now.',
    '{who} stopped for now. No money comes in by itself.',
    'repeat',
  ],
  'standing-resumed': [
    '{who} started putting money in with every instalment again.',
    '{who} started again. Money comes in by itself.',
    'repeat',
  ],
  standingUnseen: [
    'What a member puts in with every instalment came in.',
    'Money from a member came in by itself.',
    'repeat',
  ],
  'sent-home': ['{who} took {sum} back.', '{who} took {sum} back.', 'minus'],
  sentHomeUnseen: ['{who} took money back.', '{who} took money back.', 'minus'],
  wentHome: [
    '{sum} went back to where it came from, because it could not be used any more.',
    '{sum} went back. It could not stay here.',
    'house',
  ],
  wentHomeUnseen: [
    'Money of a member went back to where it came from, because it could not be used any more.',
    'Money of a member went back.',
    'house',
  ],
  left: ['{who} left the pool.', '{who} left the pool.', 'leave'],
  'notice-ended': [
    'Somebody’s notice has ended: they have now left the pool.',
    'Somebody is now out of the pool.',
    'leave',
  ],
  signed: ['{who} signed the new agreement.', '{who} signed the new rules.', 'document'],
  proposed: ['{who} proposed {what}.', '{who} had an idea: {what}.', 'talk'],
  voted: ['{who} voted on {what}.', '{who} voted on {what}.', 'vote'],
  'vote-withdrawn': ['{who} took a vote on {what} back.', '{who} took a vote back. It was on {what}.', 'vote'],
  'proposal-withdrawn': ['{who} withdrew {what}.', '{who} took back the idea {what}.', 'cross'],
  'proposal-closed': ['Voting on {what} ended.', 'The vote on {what} ended.', 'clock'],
  accepted: ['The enterprise said yes to {what}.', 'The enterprise said yes to {what}.', 'handshake'],
  refused: ['The enterprise said no to {what}.', 'The enterprise said no to {what}.', 'cross'],
  'commission-expired': [
    'The enterprise did not answer about {what} in time, so it does not take place.',
    'The enterprise did not answer about {what}. It will not happen.',
    'clock',
  ],
  cancelled: ['The enterprise cancelled {what}.', 'The enterprise stopped {what}.', 'cross'],
  cancelledSession: [
    'The enterprise cancelled session {n} of {what}.',
    'The enterprise stopped time {n} of {what}.',
    'cross',
  ],
  delivered: [
    'The enterprise said that session {n} of {what} took place.',
    'The enterprise said: time {n} of {what} happened.',
    'calendar',
  ],
  confirmed: [
    '{who} confirmed that session {n} of {what} took place.',
    '{who} said: time {n} of {what} was OK.',
    'check',
  ],
  disputed: [
    '{who} said that something was wrong with session {n} of {what}.',
    '{who} said: something was wrong with time {n} of {what}.',
    'warning',
  ],
  resolved: [
    'Somebody said what should be paid for session {n} of {what}.',
    'Somebody said what to pay for time {n} of {what}.',
    'talk',
  ],
  'limit-changed': [
    '{who} set another limit on paying for a session of {what}.',
    '{who} changed how much to pay for {what}.',
    'price',
  ],
  'said-not-coming': [
    '{who} will not come to session {n} of {what}, and said so in time.',
    '{who} can not come to time {n} of {what}.',
    'calendar',
  ],
  'said-coming': [
    '{who} will come to session {n} of {what} after all.',
    '{who} can come to time {n} of {what} now.',
    'calendar',
  ],
  'session-released': [
    'Nobody objected to session {n} of {what} in time, so it was paid.',
    'Nobody said no to time {n} of {what}. So it is paid.',
    'clock',
  ],
  'session-forgotten': [
    'Nobody said in time that session {n} of {what} took place, so its money went back.',
    'Nobody told us that time {n} of {what} happened. The money went back.',
    'clock',
  ],
  'session-funded': [
    'The money for session {n} of {what} was set aside.',
    'There is money for time {n} of {what}.',
    'lock',
  ],
  'session-not-funded': [
    'The money for session {n} of {what} was not there a week before, so it does not take place.',
    'There was no money for time {n} of {what}. It will not happen.',
    'warning',
  ],
  other: ['Something changed in the pool.', 'Something changed in the pool.', 'information'],
});

/** What the event caused at once. */
export const historyNotes = texts({
  decided: [
    'With that, the group agreed, and {sum} was set aside.',
    'So the group said yes. {sum} is now kept for it.',
    'lock',
  ],
  agreed: ['The group agreed.', 'The group said yes.', 'thumb-up'],
  notAgreed: ['It was not agreed.', 'The group did not say yes.', 'thumb-down'],
  waiting: ['The group agreed, and it waits for money.', 'The group said yes. It waits for money.', 'hourglass'],
  held: ['{sum} was set aside for the next session.', '{sum} is now kept for the next time.', 'lock'],
  paid: ['The enterprise earned {sum}.', 'The enterprise gets {sum}.', 'money'],
  othersADay: [
    'The others who came had up to a day to object.',
    'The others had 1 day to say something was wrong.',
    'clock',
  ],
  back: ['{sum} came back and is free again.', '{sum} came back. It is free again.', 'money'],
  home: ['{sum} of free money went back to where it came from.', '{sum} went back home.', 'house'],
  forYou: ['{name} did this for you.', '{name} did this for you.', 'hand'],
  youForOther: ['You did this for them, as their supporter.', 'You did this for them.', 'hand'],
  forOther: ['{name} did this for them.', '{name} did this for them.', 'hand'],
});
