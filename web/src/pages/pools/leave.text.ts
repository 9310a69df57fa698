// The words of leaving a pool.
import { texts } from '../../text/texts.ts';

export const leaveText = texts({
  title: ['Leave the pool', 'Leave the pool'],
  intro: [
    'Before you decide, this is what leaving would mean for your money.',
    'Do you want to leave? First see what happens with your money.',
    'information',
  ],
  homeNow: ['Goes back to you at once', 'You get this back now'],
  aside: ['Is set aside now for sessions in your notice', 'We keep this now for sessions'],
  stays: ['Stays set aside', 'Stays here for now'],
  total: ['Your money in the pool', 'All your money here'],
  home: ['{home} goes back to where it came from at once.', '{home} comes back to you now.', 'house'],
  nothingHome: ['Nothing goes back at once.', 'Nothing comes back now.', 'house'],
  setAside: [
    '{aside} of your free money is set aside for sessions until {day} whose money was not set aside before. You can still come to them.',
    '{aside} of your free money is kept for sessions until {day}. You can still come to them.',
    'lock',
  ],
  short: [
    'Some sessions until {day} cost more than you have here or agreed to pay. You are not asked to come to those, and pay nothing for them.',
    'Some sessions cost more than you have here, or said you would pay. You do not come to those. You do not pay.',
    'information',
  ],
  heldAtOnce: [
    'Your notice is 0 weeks. {held} is set aside for sessions. What is for later sessions goes back to you within a day.',
    '{held} is kept for sessions. You get back what is for later sessions very soon.',
    'clock',
  ],
  heldOne: [
    'Your notice is one week, until {day}. {held} stays set aside: it pays for sessions in that week, and you can still come to them. What is for later sessions then goes back to you.',
    '{held} is kept for 1 week. It pays for sessions. You can still come. Then you get the rest back.',
    'hourglass',
  ],
  held: [
    'Your notice is {n} weeks, until {day}. {held} stays set aside: it pays for sessions in that time, and you can still come to them. What is for later sessions then goes back to you.',
    '{held} is kept for {n} weeks. It pays for sessions. You can still come. Then you get the rest back.',
    'hourglass',
  ],
  nothingHeld: ['None of your money is set aside for sessions.', 'None of your money is kept for sessions.', 'lock'],
  others: [
    'The others share the sessions after your notice without you. Nobody pays more than they have agreed to.',
    'After that the others pay without you. Nobody pays more than they said.',
    'people',
  ],
  standing: [
    'If you put money in with every instalment, that stops at once.',
    'No more money goes in by itself.',
    'repeat',
  ],
  votes: ['Your votes on open proposals do not count any more.', 'Your votes do not count after you leave.', 'vote'],
  sees: [
    'You can go on looking at the pool, without changing anything in it, until your notice is over and your last money here is settled.',
    'You can look at the pool until all your money here is settled. You can not change it.',
    'eye',
  ],
  comeBack: [
    'You can join again later, with a new invitation.',
    'You can join again later. Someone must ask you.',
    'invite',
  ],
  comeBackLater: [
    'You can join again after {day}, with a new invitation.',
    'You can join again after {day}. Someone must ask you.',
    'invite',
  ],
  send: ['Leave the pool', 'Leave the pool'],
  stay: ['Stay in the pool', 'Stay in the pool'],
  doneTitle: ['You have left “{name}”', 'You left “{name}”'],
  returned: [
    '{sum} has gone back to where it came from. You can see it in your money.',
    '{sum} came back to you. You can see it in your money.',
    'money',
  ],
  nothingReturned: ['No money had to go back.', 'There was no money to give back.', 'money'],
  stillHeld: [
    '{sum} stays set aside for sessions until {day}. What is for later sessions then goes back to you by itself.',
    '{sum} is kept for sessions until {day}. Then you get the rest.',
    'hourglass',
  ],
  noneHeld: ['None of your money is in the pool any more.', 'You have no money in the pool now.', 'check'],
  seeUntil: [
    'You can still look at the pool until {day}, and after that until your last money in it is settled.',
    'You can look at the pool until {day}. If you have money here then, you can look for longer.',
    'eye',
  ],
  toMoney: ['Go to my money', 'Go to my money'],
  toPools: ['Go to my pools', 'Go to my pools'],
});
