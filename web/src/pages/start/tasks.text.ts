// The words of the start page for somebody who is signed in: what they can do.
import { texts } from '../../text/texts.ts';

export const tasksText = texts({
  hello: ['Hello {name}', 'Hello {name}'],
  lead: ['What would you like to do?', 'What do you want to do?', 'question'],
  myPools: ['My pools', 'My pools'],
  myPoolsMore: [
    'What your groups have, what you can vote on, and what is next.',
    'See your groups. Vote. See what is next.',
    'people',
  ],
  myMoney: ['My money', 'My money'],
  myMoneyMore: [
    'What you have been granted, what is free, and what it was spent on.',
    'See your money. See what it was used for.',
    'money',
  ],
  find: ['Find something to do', 'Find something to do'],
  findMore: ['Classes, clubs and outings near you.', 'Look for classes, clubs and trips near you.', 'search'],
  start: ['Start a pool', 'Start a pool'],
  startMore: ['Start a group with people you know.', 'Start a group with people you know.', 'plus'],
  join: ['Join a pool', 'Join a pool'],
  joinMore: ['You need a code from somebody in the pool.', 'You need a code. Someone in the pool has it.', 'invite'],
  supporters: ['My supporters', 'People who help me'],
  supportersMore: [
    'Say who may see, vote or pay for you, or act for somebody you help.',
    'Choose who can help you. Or help someone else.',
    'hand',
  ],
  contact: ['How we tell you things', 'How we tell you things'],
  contactMore: [
    'Email or text message, each at once or all of a day together.',
    'Email or text message? You choose.',
    'bell',
  ],
  enterprises: ['My enterprises', 'My businesses'],
  enterprisesMore: [
    'Requests to answer, your calendar, your offers and what you have earned.',
    'See who asks for you. See your days. See your money.',
    'offer',
  ],
  newEnterprise: ['Register an enterprise', 'Add a business'],
  newEnterpriseMore: [
    'For a small business or group that offers something to do.',
    'Do you have a small business? Tell us about it.',
    'plus',
  ],
  place: ['This place', 'This place'],
  placeMore: [
    'What has become of all the money granted, at a glance and as a table.',
    'See where all the money went.',
    'chart',
  ],
  imports: ['Import allocations', 'Bring in money'],
  importsMore: [
    'Send a file of the money that people are granted.',
    'Send a file. It says who gets how much money.',
    'upload',
  ],
  disputes: ['Disputes to decide', 'Problems to decide'],
  disputesMore: [
    'Sessions on which a group and an enterprise have not agreed for 14 days.',
    'A group and a business could not agree for 14 days. You can help.',
    'talk',
  ],
  noDisputes: ['None is waiting for you.', 'Nothing waits for you.', 'check'],
  oneDispute: ['1 is waiting for you.', '1 waits for you.', 'warning'],
  someDisputes: ['{n} are waiting for you.', '{n} wait for you.', 'warning'],
  manyDisputes: ['More than {n} are waiting for you.', 'More than {n} wait for you.', 'warning'],
  brokerFindMore: [
    'See what enterprises offer, so that you can tell people about it.',
    'See what there is to do. Tell people about it.',
    'search',
  ],
});
