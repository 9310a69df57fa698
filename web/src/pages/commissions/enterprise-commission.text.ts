// The words of a commission for the enterprise that runs it: answer the request, deliver, cancel.
import { texts } from '../../text/texts.ts';

export const enterpriseCommissionText = texts({
  caption: ['For {pool}', 'For {pool}'],
  requested: [
    '{pool} asks you for this. Say yes or no by {when}. The group’s money is set aside for you until then.',
    '{pool} asks you for this. Say yes or no before {when}. Their money is safe for you.',
    'bell',
  ],
  accepted: ['You said yes to {pool}.', 'You said yes to {pool}.', 'check'],
  refused: ['You said no. The group has its money back.', 'You said no. The group has its money back.', 'cross'],
  expired: [
    'Nobody answered in time. The group has its money back.',
    'You did not answer in time. The group has its money back.',
    'clock',
  ],
  cancelled: [
    'This was cancelled. The group has its money back for sessions that did not take place.',
    'It is cancelled. The group has its money back.',
    'cross',
  ],
  done: ['All sessions are over. Thank you.', 'All sessions are over. Thank you.', 'check'],

  answerHeading: ['Your answer', 'Your answer'],
  answerExplained: [
    'If you say yes, you hold the sessions at these times for this price. If you say no, all the money goes back at once.',
    'Say yes, and you do the sessions. Say no, and they get their money back.',
    'handshake',
  ],
  accept: ['Yes, we will do it', 'Yes, we will do it'],
  refuse: ['No, we cannot', 'No, we can not'],
  refuseHeading: ['Say no to this request?', 'Do you want to say no?'],
  refuseExplained: [
    'All the money goes back to the group. This cannot be undone, but the group can ask again.',
    'The group gets its money back. They can ask you again.',
    'warning',
  ],
  accepted1: ['You said yes. The group can see it.', 'You said yes. The group can see it.'],
  refused1: ['You said no. The group has its money back.', 'You said no. The group has its money back.'],

  tagRequested: ['Waiting for your answer', 'They wait for your answer'],
  tagRefused: ['You said no', 'You said no'],
  tagExpired: ['Not answered in time', 'Not answered in time'],
  when: ['When', 'When'],
  whenOne: ['{day} at {time}', '{day} at {time}'],
  whenMany: ['{n} sessions, {day} to {last}, at {time}', '{n} sessions. The first is on {day} at {time}'],
  price: ['Price', 'Price'],
  priceEach: ['{price} for each session', '1 session costs {price}'],
  pricePerson: ['{price} a session for each person', '1 session costs {price} for each person'],
  people: ['People coming', 'People who come'],
  needs: ['What people need', 'What people need'],
  noNeeds: ['Nobody has told us about access needs', 'Nobody told us about needs'],
  terms: ['If the group cancels', 'If the group cancels'],
  termsCharge: [
    '{percent}% of the price is yours with less than {hours} hours’ notice',
    'You get {percent}% if it is less than {hours} hours before',
  ],
  termsNone: ['Nothing is due', 'You get nothing'],
  earned: ['Earned so far', 'Your money so far'],

  nextHeading: ['Next session', 'Next time'],
  nextIs: ['{day} at {time}.', 'It is on {day} at {time}.', 'calendar'],
  nextDeliver: [
    'It has begun. When it has taken place, say so here by {last}. If you do not, the group gets its money back.',
    'Did it happen? Then press the button. Do it on {last} or before. If not, they get their money back.',
    'tick-list',
  ],
  nextDeliverLater: [
    'Once it has begun, you can say here that it took place. You have until {last}; after that the group gets its money back.',
    'Come back when it has begun. Then say here that it happened. You can do this until {last}. After that they get their money back.',
    'clock',
  ],
  nextNotFunded: [
    'The group’s money for it is not set aside yet. If it is not there 7 days before, the session does not take place.',
    'Their money is not safe yet. It must be there 7 days before.',
    'warning',
  ],
  disputedHeading: ['The group says that something was wrong', 'They say something was wrong'],
  disputedAsk: [
    'You are not paid for the session on {day} until you and the group agree what is right.',
    'You are not paid for {day} yet. You and the group must agree.',
    'talk',
  ],
  settle: ['Say what should be paid', 'Say what to pay'],

  cancelHeading: ['Cancel all sessions to come', 'Cancel all later sessions'],
  cancelExplained: [
    'All money for sessions that you have not delivered goes back to the group. This cannot be undone.',
    'The group gets its money back. You can not undo this.',
    'warning',
  ],
  cancel: ['Cancel all sessions to come', 'Cancel all later sessions'],
  cancelDone: ['It is cancelled. The group has its money back.', 'It is cancelled. The group has its money back.'],
});
