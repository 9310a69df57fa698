// The words of “Privacy”.
import { texts } from '../../text/texts.ts';

export const privacyText = texts({
  title: ['Privacy in plain words', 'Your information'],
  lead: [
    'Kitty keeps as little about you as it can, and shows each person only what they need.',
    'We keep only what we need. We keep it safe.',
    'shield',
  ],
  keptTitle: ['What is kept about you', 'What we keep'],
  keptPerson: [
    'Your name and email address, as your funder sent them, and your funder’s own reference for you.',
    'Your name and your email.',
    'person',
  ],
  keptNumber: [
    'Your mobile number, only while you want text messages.',
    'Your phone number. Only if you want text messages.',
    'phone',
  ],
  keptMoney: [
    'The money that you are granted, what it is for, and where it went.',
    'Your money, and what it was used for.',
    'money',
  ],
  keptGroup: [
    'Your pools, your votes, and the notes and reasons that you write.',
    'Your pools, your votes, and what you write.',
    'vote',
  ],
  keptNeeds: [
    'Access needs, only when you choose to share them with an enterprise for something that you join.',
    'What help you need to take part. Only if you tell us.',
    'wheelchair',
  ],
  keptHelp: ['Who may act for you, and what they did for you.', 'Who helps you, and what they did.', 'hand'],
  notKept: [
    'We do not keep your health records, your care plan or your bank details, and we never sell anything about you.',
    'We do not keep papers about your health. We do not sell your information.',
    'lock',
  ],
  seesTitle: ['Who sees what', 'Who can see it'],
  seesYou: [
    'You see everything about your own money, and what your supporters do for you.',
    'You can see all of your own money.',
    'person',
  ],
  seesMembers: [
    'The people in your pool see your name, the pool’s totals, who has not voted yet, the reasons people write, and whether you are ready for a proposal. They do not see how much is yours, unless your agreement opens the books. Your own private money is never shown to others.',
    'People in your pool see your name. They see how much the pool has. They do not see how much is yours. Your pool can agree to show it.',
    'people',
  ],
  seesEnterprise: [
    'An enterprise sees the name of your pool, how many people come, and the access needs that people chose to share. It does not see your name, your budget or who needs what.',
    'A business sees the name of your pool. It sees how many people come. It does not see your name or your money.',
    'offer',
  ],
  seesFunder: [
    'A funder sees the money that it granted, and the totals of the pools and orders that its money is in. It does not see what you vote or write.',
    'The council sees the money it gave. It does not see your votes.',
    'bank',
  ],
  seesBroker: [
    'A broker, who helps groups and enterprises to meet, sees what is ordered, but not who comes. A broker or the funder can be asked to settle a disagreement.',
    'A broker helps groups. A broker sees what you ordered. They do not see who comes.',
    'handshake',
  ],
  seesSupporter: [
    'A supporter sees only what you have allowed, and only for as long as you allow it.',
    'Your helper sees what you say yes to. You can stop it.',
    'hand',
  ],
  journalsTitle: ['The record of the money', 'The money book'],
  journals: [
    'Every movement of money is written down for good, so that nobody can change it later. This record holds numbers in place of people: no names, no addresses and no notes.',
    'We write down where all the money goes. Nobody can change it. Your name is not in it.',
    'document',
  ],
  erasureTitle: ['Having your information deleted', 'Deleting your information'],
  erasure: [
    'You can ask the council or organisation that runs Kitty where you live to delete what is kept about you. Your name, email address and what you wrote are then deleted. The sums of money stay, without your name, because public money must be accounted for.',
    'You can ask the council to delete your information. Then your name is gone. The amounts of money stay. Your name is not with them.',
    'cross',
  ],
  rights: [
    'You can also ask for a copy, or have mistakes put right. If you are not happy with the answer, you can complain to the Information Commissioner’s Office.',
    'You can ask to see what we keep. You can ask us to change mistakes.',
    'document',
  ],
  ico: ['Information Commissioner’s Office: how to complain', 'Tell the Information Commissioner'],
  browserTitle: ['What this browser keeps', 'What your phone or computer keeps'],
  noTracking: [
    'There are no cookies for tracking, no advertisements, and nobody else’s programs count what you do.',
    'Nobody follows what you do here. There are no adverts.',
    'eye',
  ],
  signInCookie: [
    'The sign-in service may set a cookie of its own, only to know that it is you.',
    'When you sign in, a small note says that it is you.',
    'sign-in',
  ],
  tab: [
    'While a tab is open it keeps your sign-in, for whom you act, and what you have typed and not yet sent. Signing out or closing the tab deletes this.',
    'We keep what you type until you sign out. Or until you close the page.',
    'clock',
  ],
  easyReadKept: [
    'Your choice of Easy Read is remembered until you change it.',
    'We remember if you like Easy Read.',
    'book',
  ],
  aloudKept: [
    'Reading aloud uses the voices of your browser. Some browsers send the words to their maker to have them spoken.',
    'Your phone or computer reads to you. Some send the words away to do this.',
    'volume',
  ],
  whoTitle: ['Who is responsible', 'Who looks after this'],
  who: [
    'The council or organisation that runs Kitty where you live decides what is kept, and must answer your questions about it.',
    'The council looks after your information. You can ask them questions.',
    'bank',
  ],
});
