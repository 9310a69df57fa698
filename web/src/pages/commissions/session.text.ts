// The words of one session: confirm it, say that something was wrong, settle a dispute, deliver, cancel.
import { texts } from '../../text/texts.ts';

export const sessionText = texts({
  title: ['{day} at {time}', '{day} at {time}'],
  caption: ['{title}, session {n} of {all}', '{title}, session {n} of {all}'],
  back: ['All sessions of {title}', 'All sessions of {title}'],

  planned: [
    'This session is planned and the money for it is set aside.',
    'This will happen. The money is safe.',
    'calendar',
  ],
  plannedNotFunded: [
    'This session is planned, but the money for it is not set aside yet. It must be there 7 days before.',
    'This is planned. The money is not safe yet. It must be there 7 days before.',
    'warning',
  ],
  requested: [
    'The enterprise has not said yet whether it will do this.',
    'We wait for an answer from the enterprise.',
    'hourglass',
  ],
  'not-funded': [
    'There was not enough money for this session 7 days before. It does not take place and nobody pays.',
    'There was not enough money. It does not happen. Nobody pays.',
    'cross',
  ],
  delivered: [
    'The enterprise says that this session took place. If nobody objects, it is paid by {when}.',
    'The enterprise says it happened. Nobody says no? Then they are paid by {when}.',
    'check',
  ],
  disputed: [
    'Somebody said that something was wrong. Nothing is paid until it is settled.',
    'Someone said it was wrong. Nobody is paid yet.',
    'warning',
  ],
  released: [
    'This session is settled and the enterprise has earned its money.',
    'This is over. The enterprise got its money.',
    'check',
  ],
  cancelled: [
    'This session was cancelled. The money went back to the people who put it in.',
    'It is cancelled. People got their money back.',
    'cross',
  ],

  price: ['Price of the session', 'The session costs'],
  myShare: ['You pay', 'You pay'],
  paid: ['Paid to the enterprise', 'The enterprise got'],
  myPart: ['You paid', 'You paid'],
  notMine: [
    'You are not taking part in this session, so you pay nothing and do not have to confirm it.',
    'You are not coming to this one. You do not pay.',
    'information',
  ],

  notComing: [
    'You said that you cannot come to this session, so you pay nothing for it.',
    'You can not come to this one. You do not pay.',
    'information',
  ],
  awayHeading: ['Can you not come?', 'Can you not come?'],
  awayExplained: [
    'Say so by {when} and you pay nothing for this session, if enough people still come and everybody who then pays more has agreed to so much.',
    'Tell us by {when}. Then you do not pay. Enough people must still come. The others must be OK with their part.',
    'calendar',
  ],
  away: ['I cannot come', 'I can not come'],
  awayDone: ['You are not coming to this session. You pay nothing for it.', 'You are not coming. You do not pay.'],
  comingHeading: ['Can you come after all?', 'Can you come now?'],
  comingExplained: [
    'Say so by {when}. You then pay your share of this session again.',
    'Tell us by {when}. Then you pay your part again.',
    'calendar',
  ],
  coming: ['I can come after all', 'I can come now'],
  comingDone: [
    'You are coming to this session and pay your share of it.',
    'You are coming to this one. You pay your part.',
  ],

  confirmHeading: ['Did it take place as agreed?', 'Did it happen? Was it OK?'],
  confirmExplained: [
    'If you say yes, the others who came have up to a day to say that something was wrong. Then the enterprise is paid. When everybody who came has said yes, it is paid at once.',
    'You say yes. Then the others have 1 day to say something was wrong. Then they are paid. Has everyone said yes? Then they are paid now.',
    'thumb-up',
  ],
  confirmAlone: [
    'You are the only one who came. If you say yes, the enterprise is paid at once.',
    'Only you came. Say yes, and they get the money now.',
    'thumb-up',
  ],
  wrongHeading: ['Something was wrong', 'Something was wrong'],
  notHappened: ['It did not take place', 'It did not happen'],
  wrongExplained: [
    'Nothing is paid then until you and the enterprise agree what is right. If you have not agreed after 14 days, somebody from the council or a broker is asked to decide.',
    'Then nobody is paid yet. You and the enterprise talk. After 14 days we ask the council to decide.',
    'talk',
  ],
  notHappenedExplained: [
    'You can say that it did not take place or was not right. Nothing is paid then until it is settled.',
    'Did it not happen? Was it not OK? Say so here. Then nobody is paid yet.',
    'talk',
  ],
  notHappenedLater: [
    'Once the session has begun, you can say here if it does not take place or is not right.',
    'Come back when it has begun. Then you can say if it is not OK.',
    'clock',
  ],
  notMarked: [
    'It has begun. The enterprise can say until {last} that it took place. If it does not, the money goes back to the people who put it in.',
    'It has begun. The enterprise says if it happened. They have until {last}. After that you get the money back.',
    'hourglass',
  ],
  wrongWhat: ['What was wrong?', 'What was wrong?'],
  wrongHint: [
    'The group and the enterprise can read what you write, but not who wrote it.',
    'The group and the enterprise can read this. They do not see your name.',
  ],
  wrongSend: ['Say that something was wrong', 'Say something was wrong'],
  wrongDone: ['Nothing is paid for now. Say below what should be paid.', 'Nobody is paid now. Say below what to pay.'],

  settleHeading: ['What should be paid?', 'What should we pay?'],
  settleExplained: [
    'It is settled as soon as the group and the enterprise name the same amount. A broker or the council can also decide, and is asked to after 14 days. The rest goes back to the people who put it in.',
    'You and the enterprise say an amount. Is it the same? Then it is over. You get the rest back.',
    'handshake',
  ],
  settleReferee: [
    'Your decision settles it at once. The rest goes back to the people who put it in.',
    'You decide now. People get the rest back.',
    'handshake',
  ],
  saidPool: ['The group says: pay {amount}.', 'The group says: pay {amount}.', 'people'],
  saidEnterprise: ['The enterprise says: pay {amount}.', 'The enterprise says: pay {amount}.', 'offer'],
  saidNobody: ['Nobody has named an amount yet.', 'Nobody has said an amount yet.', 'hourglass'],
  payTheirs: ['{amount}, as the other side says', '{amount}. The others say this too.'],
  payAll: ['All of it: {amount}', 'All of it: {amount}'],
  payNothing: ['Nothing', 'Nothing'],
  payOther: ['Another amount', 'A different amount'],
  payAmount: ['Amount in pounds', 'How much, in pounds?'],
  payHint: ['Up to {price}', 'Not more than {price}'],
  payChoose: ['Choose what should be paid', 'Choose 1 answer'],
  payWrong: ['Enter an amount from £0 to {price}', 'Type an amount. Not more than {price}'],
  paySend: ['Send', 'Send'],
  payDone: ['We have recorded what you said.', 'We have your answer.'],
  payDecided: ['It is settled as you decided.', 'It is settled. You decided.'],
  paySettled: ['It is settled: both sides say the same.', 'It is settled. You both say the same.'],
  pound: ['£', '£'],

  deliverHeading: ['Has it taken place?', 'Did it happen?'],
  deliverExplained: [
    'Say so by {last}. The group is then asked to confirm, and if nobody objects you are paid in 7 days or sooner. If you do not say so by then, the group gets its money back.',
    'Press the button on {last} or before. Then the group says if it was OK. If you do not, they get their money back.',
    'tick-list',
  ],
  deliverLater: [
    'Once the session has begun, you can say here that it took place. You have until {last}; after that the group gets its money back.',
    'Come back when it has begun. Then say here that it happened. You can do this until {last}. After that they get their money back.',
    'clock',
  ],
  deliveredWait: [
    'The group can confirm it or object until {when}. If nobody objects, you are paid then. If everybody who came confirms it, you are paid sooner.',
    'We wait for the group. Nobody says no? Then you are paid by {when}.',
    'hourglass',
  ],
  cancelHeading: ['Cancel this session', 'Cancel this session'],
  cancelExplained: [
    'The money for it goes back to the group. This cannot be undone.',
    'The group gets its money back. You can not undo this.',
    'warning',
  ],
  cancelDone: [
    'The session is cancelled. The group has its money back.',
    'It is cancelled. The group has its money back.',
  ],
});
