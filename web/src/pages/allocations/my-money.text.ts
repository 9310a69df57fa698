// The words of “My money”.
import { texts } from '../../text/texts.ts';

export const myMoneyText = texts({
  title: ['My money', 'My money'],
  none: [
    'Nobody has granted you money in Kitty yet. When the council or another funder does, it appears here. You can already join a pool.',
    'You have no money in Kitty yet. A funder must give it first. Ask your council.',
    'money',
  ],
  free: ['free to use now', 'you can use now'],
  inPools: ['in pools', 'in your pools'],
  toCome: ['still to come', 'comes later'],
  period: ['{from} to {until}', '{from} to {until}'],
  granted: [
    'You were granted {granted}. You can use {free} of it now.',
    'You got {granted}. You can use {free} now.',
    'money',
  ],
  ownMoney: [
    'You set aside {granted}. You can use {free} of it now.',
    'You put in {granted}. You can use {free} now.',
    'money',
  ],
  comesWeekly: [
    'Another {toCome} comes later, a part of it every week.',
    '{toCome} comes later. A part comes every week.',
    'calendar',
  ],
  comesFourWeekly: [
    'Another {toCome} comes later, a part of it every four weeks.',
    '{toCome} comes later. A part comes every 4 weeks.',
    'calendar',
  ],
  comesOnce: ['{toCome} comes on {from}.', '{toCome} comes on {from}.', 'calendar'],
  grantedNoneFree: [
    'You were granted {granted}. None of it is free to use just now.',
    'You got {granted}. You can not use any of it now.',
    'money',
  ],
  noPooling: [
    'You were granted {granted}. The funder has not agreed that this money may go into a pool.',
    'You got {granted}. This money can not go into a pool. Ask your funder why.',
    'lock',
  ],
  standing: [
    'Each time a part of it comes, {amount} goes into {pool}, or what is there if it is less.',
    'Each time money comes, {amount} goes into {pool}. Is there less? Then that goes in.',
    'repeat',
  ],
  aPool: ['a pool', 'a pool'],
  reduction: [
    'The funder takes {amount} of this back on {from}. Money that is set aside for sessions by then stays where it is.',
    'The funder takes {amount} back on {from}. Money kept safe for sessions stays.',
    'warning',
  ],
  for: ['It is for {outcomes}.', 'It is for {outcomes}.', 'star'],
  asTable: ['The same as a table', 'See it as a table'],
  tableCaption: ['{stream}: where the money is', '{stream}: where the money is'],
  what: ['Where it is', 'Where it is'],
  amount: ['Amount', 'How much'],
  rowGranted: ['Granted in all', 'All of it'],
  rowFree: ['Free to use now', 'You can use now'],
  rowToCome: ['Still to come', 'Comes later'],
  rowInPools: ['In pools', 'In your pools'],
  rowSpent: ['Spent', 'Spent'],
  rowReturned: ['Gone back to the funder', 'Back with the funder'],
  statement: ['See every payment', 'See what happened'],
  statementOf: ['of {stream}, {period}', 'of {stream}, {period}'],
  putIn: ['Choose a pool to put money into', 'Put money into a pool'],
  join: ['Join a pool with a code', 'Join a pool with a code'],
  find: ['Find something to do', 'Find something to do'],
});
