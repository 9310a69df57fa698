// The words of a pool's page: its frame, its members and what can be done.
import { texts } from '../../text/texts.ts';

export const poolText = texts({
  myPools: ['My pools', 'My pools'],
  leaving: [
    'You have left this pool, and your notice ends on {day}. Until then your money that is set aside still pays for sessions, and you can come to them. You can look at the pool, but not change anything in it.',
    'You left this pool. You are out on {day}. Some of your money still pays for sessions. You can look at the pool. You can not change it.',
    'leave',
  ],
  left: [
    'You have left this pool. You can look at it until your last money in it is settled, but not change anything in it.',
    'You left this pool. You can look at it until all your money here is settled. You can not change it.',
    'leave',
  ],
  outside: [
    'You see the totals of this pool, because money that you granted is in it. What its members decide is their own.',
    'You see how much money the pool has. You do not see what its members say.',
    'eye',
  ],
  members: ['Who is in the pool', 'Who is in the pool'],
  you: ['{name} (you)', '{name} (you)'],
  leavingOn: ['leaving on {day}', 'leaves on {day}'],
  alone: [
    'You are the only one in the pool so far. Invite people with a code.',
    'It is only you now. You can ask people to join.',
    'invite',
  ],
  openBooks: ['How much each member has in the pool', 'How much money everyone has'],
  name: ['Name', 'Name'],
  free: ['Free', 'Free'],
  held: ['Set aside', 'Set aside'],
  actions: ['What you can do', 'What you can do'],
  putIn: ['Put money in', 'Put money in'],
  takeBack: ['Take money back', 'Take money back'],
  find: ['Find something to do', 'Find something to do'],
  invite: ['Invite somebody', 'Ask someone to join'],
  agreement: ['Our agreement', 'Our rules'],
  history: ['What has happened so far', 'What happened before'],
  leave: ['Leave the pool', 'Leave the pool'],
});
