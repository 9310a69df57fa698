// The words of “Propose”: from an offer to a question for the group, one question a page.
import { texts } from '../../text/texts.ts';

export const proposeText = texts({
  membersOnlyTitle: ['Propose something', 'Ask the group'],
  caption: ['Propose to {pool}: {offer}', 'Your idea for {pool}: {offer}'],

  sessionsTitle: ['How many sessions?', 'How many times?'],
  sessionsHint: [
    'A number from 1 to 60. You can start with a few and propose more later.',
    'Type a number from 1 to 60. You can start with a few.',
  ],
  sessionsWrong: ['Enter how many sessions, from 1 to 60', 'Type a number from 1 to 60'],

  startTitle: ['When is the first session?', 'When is the first time?'],
  startExplained: [
    'The enterprise says yes or no after the group has agreed. Choose a day that leaves time for the vote. This pool votes for up to {n} days.',
    'The group votes first. The vote can take {n} days. Choose a day after that.',
    'calendar',
  ],
  dayLegend: ['First day', 'First day'],
  dayHint: ['For example, {example}', 'Like this: {example}'],
  dayWrong: ['Enter a real day, such as {example}', 'Type a day like {example}'],
  timeLabel: ['Time', 'Time'],
  timeHint: ['For example, 10:30 or 14:00', 'Like 10:30 or 14:00'],
  timeWrong: ['Enter a time, such as 14:00', 'Type a time like 14:00'],

  oftenTitle: ['How often?', 'How often?'],
  weekly: ['Every week', 'Every week'],
  fortnightly: ['Every 2 weeks', 'Every 2 weeks'],
  fourWeekly: ['Every 4 weeks', 'Every 4 weeks'],
  daily: ['Every day', 'Every day'],
  everyDays: ['Every {n} days', 'Every {n} days'],
  other: ['Something else', 'Something else'],
  otherLabel: ['How many days from one session to the next?', 'How many days until the next time?'],
  otherHint: ['A number from 1 to 365', 'Type a number from 1 to 365'],
  otherWrong: [
    'Enter how many days lie between two sessions, from 1 to 365',
    'Type how many days. A number from 1 to 365',
  ],

  aheadTitle: ['How much money to set aside?', 'How much money to keep safe?'],
  aheadExplained: [
    'When the group agrees, money is set aside so that nobody can spend it on other things. It is paid after each session.',
    'The group keeps money safe for the sessions. It pays after each one.',
    'lock',
  ],
  aheadAll: ['For all {n} sessions at once', 'Money for all {n} sessions'],
  aheadAllHint: ['Everything is certain from the start.', 'All sessions are sure.'],
  aheadSome: ['Only for some sessions ahead', 'Money for only some sessions'],
  aheadSomeHint: [
    'Less money is tied up. After each session the next one is set aside, if the money is there.',
    'You keep more free money. Later sessions are not sure.',
  ],
  aheadLabel: ['For how many sessions at a time?', 'How many sessions at a time?'],
  aheadLabelHint: ['A number from 1 to {n}', 'Type a number from 1 to {n}'],
  aheadWrong: ['Enter for how many sessions, from 1 to {n}', 'Type a number from 1 to {n}'],

  noteTitle: ['Do you want to say something to the group?', 'Do you want to say something?'],
  noteLabel: ['Your note (you can leave this empty)', 'Your words. You do not have to write.'],
  noteHint: ['Say why you think this is good for the group.', 'Say why you like this idea.'],
  noteWrong: ['Use 2,000 characters or fewer', 'This is too long. Write less.'],

  checkTitle: ['Check before the group votes', 'Look at your idea again'],
  what: ['What', 'What'],
  sessions: ['Sessions', 'How many times'],
  first: ['First session', 'First time'],
  firstAt: ['{day} at {time}', '{day} at {time}'],
  often: ['How often', 'How often'],
  ahead: ['Money set aside', 'Money kept safe'],
  aheadAllRow: ['For all sessions', 'For all sessions'],
  aheadSomeRow: ['For {n} sessions at a time', 'For {n} sessions at a time'],
  note: ['Your note', 'Your words'],
  noNote: ['None', 'Nothing'],
  afterwards: [
    'The group then votes. Nothing is spent and nobody owes anything until the group agrees.',
    'Next the group votes. Nobody pays before the group says yes.',
    'vote',
  ],
  send: ['Ask the group to vote', 'Ask the group to vote'],
  done: ['Your proposal is with the group. Now vote on it yourself.', 'The group can see your idea. You can vote now.'],

  tooFewTitle: ['Your group is too small for this', 'Your group is too small'],
  tooFew: [
    '“{offer}” needs at least {least} people. {pool} has {members}. Invite more people first, or find something for a smaller group.',
    'This needs {least} people. Your group has {members}. Ask more people to join.',
    'people',
  ],
  invite: ['Invite somebody', 'Ask someone to join'],
  find: ['Find something else', 'Find something else'],
});
