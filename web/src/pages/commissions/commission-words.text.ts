// The words that the pages of a commission and of a session share.
import { texts } from '../../text/texts.ts';

export const commissionWords = texts({
  dayAt: ['{day} at {time}', '{day} at {time}'],
  pay: ['You pay {share}', 'You pay {share}'],
  share: ['You paid {share}', 'You paid {share}'],
  sessionsOpen: ['Sessions', 'Sessions'],
  sessionsOver: ['Sessions that are over', 'Sessions that are over'],
  price: ['Price {price}', 'It costs {price}'],
  notSetAside: ['Money not set aside yet', 'Money is not safe yet'],
  coming: ['{n} people are coming', '{n} people will come'],
  comingOne: ['1 person is coming', '1 person will come'],
  deliver: ['It took place', 'It happened'],
  confirm: ['Yes, it took place', 'Yes, it happened'],
  wrong: ['Something was wrong', 'Something was wrong'],
  reason: ['Your reason', 'Say why'],
  reasonOptional: ['Your reason (you can leave this empty)', 'Say why. You do not have to.'],
  reasonMissing: ['Say why, in a few words', 'Say why'],
  reasonLong: ['Use 500 characters or fewer', 'This is too long. Write less.'],
  confirmedPaid: [
    'Thank you. Everybody who came has confirmed it, and the enterprise is paid.',
    'Thank you. Everyone said yes. They get the money now.',
  ],
  confirmedWaits: [
    'Thank you. If nobody who came objects, the enterprise is paid by {when}.',
    'Thank you. Nobody says no? Then they are paid by {when}.',
  ],
  youConfirmedHeading: ['You have confirmed this session', 'You said it happened'],
  youConfirmed: [
    'It is paid on {when} if nobody else who came says that something was wrong. It is paid sooner if all of them confirm it.',
    'They are paid on {when}. It is sooner if everyone says yes. Someone may still say it was wrong.',
    'clock',
  ],
  delivered: [
    'The group is asked to confirm. If nobody objects, you are paid in 7 days or sooner.',
    'Now the group says if it was OK. Nobody says no? You are paid in 7 days or sooner.',
  ],
});
