// The words of “How it works”.
import { texts } from '../../text/texts.ts';

export const howText = texts({
  title: ['How it works', 'How it works'],
  lead: [
    'Kitty helps a small group of people to put money together, decide together, and do something together.',
    'Kitty helps people do things together. They share the cost.',
    'people',
  ],
  groupTitle: ['For a group', 'For a group'],
  startTitle: ['Start a pool', 'Start a pool'],
  start: [
    'A pool is from 2 to 50 people; most have about six. You write down your agreement: who decides, how long people have to vote, and how people can leave. Everybody who joins signs it.',
    'A pool is a group of people. You make rules for your pool. Everyone says yes to the rules.',
    'tick-list',
  ],
  putInTitle: ['Put money in', 'Put money in'],
  putIn: [
    'You put in as much of your own budget as you like, once or every time your money comes. It stays yours, and you can take back what is free.',
    'You put in some of your money. You say how much. It is still your money. You can take it back if it is not used.',
    'money',
  ],
  findTitle: ['Find something and propose it', 'Find something to do'],
  find: [
    'Anybody in the pool can propose something: a dance class, a gardening club, a trip. Everybody sees what their own share would be before they vote.',
    'Anyone can have an idea. Like a dance class. You see what it costs you. Then you vote.',
    'search',
  ],
  voteTitle: ['Vote', 'Vote'],
  vote: [
    'You say yes, no, that you do not mind, or that you want to talk first. You also say whether you are coming. When your rule is met, the money is set aside at once.',
    'You can say yes or no. You can ask to talk first. You say if you are coming. If the group says yes, we keep the money safe.',
    'vote',
  ],
  goTitle: ['Go and enjoy it', 'Go and have a good time'],
  go: [
    'The enterprise says yes and you get your dates. Only the people who come pay.',
    'The business says yes. You get your dates. Only people who come pay.',
    'calendar',
  ],
  confirmTitle: ['Say how it was', 'Say how it was'],
  confirm: [
    'After each session the people who came say whether it was all right. When one of them says yes, the others have up to a day to object, and then the enterprise is paid. If nobody says anything for 7 days, it is paid too.',
    'Was it good? Say yes. The others then have 1 day to say no. Then they are paid. Nobody says anything? Then they are paid after 7 days.',
    'thumb-up',
  ],
  ifTitle: ['Questions people ask', 'Questions'],
  wrongTitle: ['What if something was wrong?', 'What if something was wrong?'],
  wrong: [
    'Say so, and nothing is paid for that session until it is settled. What is not paid goes back to the people it came from.',
    'Tell us. We do not pay then. You talk about it first. Money that is not paid comes back to you.',
    'warning',
  ],
  leaveTitle: ['What if I want to leave?', 'What if I want to leave?'],
  leave: [
    'You can leave at any time. What is free goes home at once, except your share of sessions within your notice, to which you can still come. What is for later sessions goes home when your notice ends.',
    'You can leave. Free money comes back to you now. Some stays and pays for sessions for a short time.',
    'leave',
  ],
  moreTitle: ['What if it would cost me more?', 'What if it costs more?'],
  more: [
    'Your share never rises without your yes. You say the most that you will pay for a session, and if it would come to more, we ask you again.',
    'You never pay more without saying yes. We always ask you first.',
    'shield',
  ],
  helpTitle: ['What if I need help?', 'What if I need help?'],
  help: [
    'You can let somebody you trust see, vote or pay for you. You are told what they do, and you can stop it at any time.',
    'Someone you trust can help you. You say what they can do. You can stop it.',
    'hand',
  ],
  seesTitle: ['Who can see my money?', 'Who can see my money?'],
  sees: [
    'The others see the pool’s total, not what is yours, unless your group has agreed to open its books. Your own private money is never shown to anybody else.',
    'The others see how much the pool has. They do not see how much is yours. Your group can agree to show it.',
    'eye',
  ],
  othersTitle: ['For enterprises and funders', 'For businesses and the council'],
  enterpriseTitle: ['If you run an enterprise', 'If you have a small business'],
  enterprise: [
    'You list what you offer with its price. A whole group asks you, and the money is set aside before you start. You mark each session as done, and see what you have earned.',
    'You say what you offer. A group asks you. Their money is ready. You say when it is done. Then you are paid.',
    'offer',
  ],
  funderTitle: ['If you work for a funder', 'If you work for the council'],
  funder: [
    'You import what people are granted. Every penny keeps its owner and its purpose. You see totals and outcomes, not what each person does.',
    'You say who gets money. You see what all the money was used for. You do not watch people.',
    'bank',
  ],
  findSomething: ['Find something to do', 'Find something to do'],
  startPool: ['Start a pool', 'Start a pool'],
});
