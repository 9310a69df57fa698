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
  stays: ['Stays set aside during your notice', 'Stays here for now'],
  total: ['Your money in the pool', 'All your money here'],
  home: [
    '{free} is free. It goes back to where it came from at once.',
    '{free} is free. You get it back now.',
    'house',
  ],
  nothingHome: [
    'You have no free money in the pool, so nothing goes back at once.',
    'You have no free money here. Nothing comes back now.',
    'house',
  ],
  heldAtOnce: [
    'Your notice is 0 weeks. {held} is set aside for sessions. What is for later sessions goes back to you within a day.',
    '{held} is kept for sessions. You get it back very soon.',
    'clock',
  ],
  heldOne: [
    'Your notice is one week. {held} stays set aside: it pays for sessions in that week, and you can still come to them. What is left for later sessions then goes back to you.',
    '{held} is kept for 1 week. It pays for sessions. You can still come. Then you get the rest back.',
    'hourglass',
  ],
  held: [
    'Your notice is {n} weeks. {held} stays set aside: it pays for sessions in that time, and you can still come to them. What is left for later sessions then goes back to you.',
    '{held} is kept for {n} weeks. It pays for sessions. You can still come. Then you get the rest back.',
    'hourglass',
  ],
  nothingHeld: ['None of your money is set aside for sessions.', 'None of your money is kept for sessions.', 'lock'],
  others: [
    'Sessions after your notice need the others to agree to new shares. Nobody pays more without saying yes.',
    'After that the others pay without you. They must say yes to pay more.',
    'people',
  ],
  votes: ['Your votes on open proposals do not count any more.', 'Your votes do not count after you leave.', 'vote'],
  comeBack: [
    'You can join again later, with a new invitation.',
    'You can join again later. Someone must ask you.',
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
    '{sum} stays set aside for sessions until {day}. What is left after that goes back to you by itself.',
    '{sum} is kept for sessions until {day}. Then you get the rest.',
    'hourglass',
  ],
  noneHeld: ['None of your money is in the pool any more.', 'You have no money in the pool now.', 'check'],
  seeUntil: ['You can still see the pool until {day}.', 'You can look at the pool until {day}.', 'eye'],
  toMoney: ['Go to my money', 'Go to my money'],
  toPools: ['Go to my pools', 'Go to my pools'],
});
