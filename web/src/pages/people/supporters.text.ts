// The words of “My supporters”: who may act for me, and whom I may act for.
import { texts } from '../../text/texts.ts';

export const supportersText = texts({
  title: ['My supporters', 'People who help me'],
  about: [
    'A supporter is somebody whom you trust to do things in Kitty for you. We always write down what they did, and you can stop it at any time.',
    'A supporter helps you in Kitty. You say what they can do. You can stop it at any time.',
    'hand',
  ],

  mineTitle: ['Who may act for me', 'Who helps me'],
  nobody: ['Nobody can act for you at the moment.', 'Nobody acts for you now.', 'person'],
  may: ['{name} may:', '{name} can:'],
  until: ['Until {day}.', 'Until {day}.'],
  untilStopped: ['Until you stop it.', 'Until you stop it.'],
  stop: ['Stop {name} acting for me', 'Stop {name}'],
  stopped: ['That person can no longer act for you.', 'That person can not act for you now.'],

  addTitle: ['Let somebody act for me', 'Say who can help me'],
  addAbout: [
    'Ask the person for their Kitty number. They find it on this page when they are signed in.',
    'Ask the person for their Kitty number. They can see it on this page.',
    'question',
  ],
  number: ['Their Kitty number', 'Their Kitty number'],
  numberHint: ['16 letters and numbers. Spaces do not matter.', '16 letters and numbers.'],
  numberMissing: ['Type the person’s Kitty number.', 'Type their Kitty number.'],
  numberWrong: [
    'A Kitty number has 16 letters and numbers. Check it with the person.',
    'A Kitty number has 16 letters and numbers. Look at it again.',
  ],
  numberMine: [
    'This is your own Kitty number. Type that of the person who supports you.',
    'This is your own number. Type the number of the person who helps you.',
  ],
  scopes: ['What may they do for you?', 'What can they do for you?'],
  scopesHint: [
    'Choose all that you want. Whoever votes or pays for you also sees your pools and your money.',
    'You can choose more than one. They will also see your pools and your money.',
  ],
  scopesMissing: ['Choose at least one thing that they may do.', 'Choose one thing.'],
  ends: ['Until when?', 'Until when?'],
  endsNever: ['Until I stop it', 'Until I stop it'],
  endsOn: ['Until a day that I choose', 'Until a day'],
  day: ['Last day', 'Last day'],
  dayHint: ['For example, 27 3 2027.', 'Like 27 3 2027.'],
  dayWrong: ['Type a day that exists, such as 27 3 2027.', 'Type a day, like 27 3 2027.'],
  give: ['Let them act for me', 'Say yes'],
  given: ['Your supporter may act for you now.', 'Your supporter can act for you now.'],
  unknown: ['Nobody has this Kitty number. Check it with the person.', 'We do not know this number. Look at it again.'],

  numberTitle: ['My Kitty number', 'My Kitty number'],
  numberAbout: [
    'Give this number to the person whom you support. With it they can let you act for them. Nobody can do anything else with it.',
    'Give this number to the person you help. They need it to say yes to you.',
    'star',
  ],

  othersTitle: ['Whom I may act for', 'Who I help'],
  noOthers: ['Nobody has asked you to act for them.', 'You do not act for anyone.', 'person'],
  youMay: ['For {name} you may:', 'For {name} you can:'],
  act: ['Act for {name}', 'Act for {name}'],
  actingNow: ['You are acting for {name} now.', 'You act for {name} now.', 'hand'],
});

/** What a supporter may do for me. */
export const scopeText = texts({
  see: ['see my pools and my money', 'see my pools and my money'],
  vote: ['join pools, propose and vote for me', 'vote for me'],
  pay: ['put my money into a pool and take it out', 'use my money in a pool'],
});

/** What I may do for somebody. */
export const scopeForThemText = texts({
  see: ['see their pools and their money', 'see their pools and their money'],
  vote: ['join pools, propose and vote for them', 'vote for them'],
  pay: ['put their money into a pool and take it out', 'use their money in a pool'],
});
