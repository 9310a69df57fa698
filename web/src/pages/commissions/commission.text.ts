// The words of a commission, for the pool and for brokers and funders.
import { texts } from '../../text/texts.ts';

export const commissionText = texts({
  toPool: ['Go to {pool}', 'Go to {pool}'],
  toDisputes: ['Disputes to decide', 'Problems to decide'],
  toEnterprise: ['Go to your enterprise', 'Go to your enterprise'],

  requested: [
    'The enterprise has been asked. It can say yes or no until {when}. The money stays set aside until then.',
    'We asked the enterprise. They have time until {when}. Your money is safe.',
    'hourglass',
  ],
  accepted: ['The enterprise said yes. {people}.', 'The enterprise said yes. {people}.', 'check'],
  refused: [
    'The enterprise said no. All the money that was set aside went back to the people who put it in.',
    'The enterprise said no. You got your money back.',
    'cross',
  ],
  expired: [
    'The enterprise did not answer in time. All the money that was set aside went back to the people who put it in.',
    'The enterprise did not answer. You got your money back.',
    'clock',
  ],
  cancelled: [
    'This was cancelled. Money for sessions that did not take place went back to the people who put it in.',
    'It is cancelled. You got the money for later sessions back.',
    'cross',
  ],
  done: ['All sessions are over.', 'All sessions are over.', 'check'],

  priceEach: ['{price} for each session', '1 session costs {price}'],
  pricePerson: ['{price} a session for each person', '1 session costs {price} for each person'],
  offer: ['See the offer', 'See the offer'],
  myShare: ['You pay for one session', 'You pay for 1 session'],
  myLimit: ['You pay at most', 'You pay at most'],
  price: ['Price', 'Price'],
  people: ['People coming', 'People who come'],
  notComing: [
    'You are not taking part in this, so you pay nothing.',
    'You are not coming to this. You do not pay.',
    'information',
  ],
  paid: ['Paid to the enterprise so far', 'Paid to them so far'],

  nextHeading: ['Next session', 'Next time'],
  nextIs: ['{day} at {time}. You pay {share}.', 'It is on {day} at {time}. You pay {share}.', 'calendar'],
  nextIsPlain: ['{day} at {time}.', 'It is on {day} at {time}.', 'calendar'],
  nextNotFunded: [
    'The money for it is not set aside yet. It must be there 7 days before.',
    'The money for it is not safe yet. It must be there 7 days before.',
    'warning',
  ],
  putIn: ['Put money in', 'Put money in'],

  confirmHeading: ['Did this take place?', 'Did this happen?'],
  confirmAsk: [
    'The enterprise says that the session on {day} at {time} took place. Was it all right?',
    'They say it happened on {day} at {time}. Was it OK?',
    'question',
  ],
  confirmElse: [
    'If nobody who came objects, the enterprise is paid by {when}.',
    'Nobody says no? Then they are paid by {when}.',
    'clock',
  ],
  youConfirmedHeading: ['You have confirmed {day}', 'You said yes to {day}'],
  disputedHeading: ['Something was wrong', 'Something was wrong'],
  disputedAsk: [
    'Nothing is paid for the session on {day} until you and the enterprise agree what to pay.',
    'Nobody is paid for {day} yet. You and the enterprise must agree.',
    'talk',
  ],
  disputedReferee: [
    'The group and the enterprise do not agree about the session on {day}. You can decide what is paid.',
    'They do not agree about {day}. You can say what is paid.',
    'talk',
  ],
  settle: ['Say what should be paid', 'Say what to pay'],

  limitHeading: ['Change the most that you pay', 'Change the most you pay'],
  limitExplained: [
    'No money is set aside for a session that costs you more than this until you agree to more. Money that is set aside already does not change.',
    'We do not take more than this for 1 session. Money that is safe already does not change.',
    'price',
  ],
  limit: ['The most that you pay for one session, in pounds', 'The most you pay for 1 session, in pounds'],
  limitWrong: ['Enter an amount in pounds, such as 7.50', 'Type an amount in pounds, like 7.50'],
  limitSend: ['Change it', 'Change it'],
  limitDone: ['The most that you pay has been changed.', 'It is changed.'],
  pound: ['£', '£'],

  cancelHeading: ['Propose to cancel', 'Ask to cancel'],
  cancelExplained: [
    'The group votes on it. Money for a cancelled session goes back to the people who put it in.',
    'The group votes on it. You get the money for that session back.',
    'vote',
  ],
  cancelCharge: [
    'If the group decides less than {hours} hours before a session, {percent}% of its price is still paid.',
    'Is it less than {hours} hours before? Then we still pay {percent}% of the price.',
    'price',
  ],
  cancelWhat: ['What do you want to cancel?', 'What do you want to cancel?'],
  cancelAll: ['All sessions that are still to come', 'All sessions that are still to come'],
  cancelNote: ['Say something to the group (you can leave this empty)', 'Say why. You do not have to.'],
  cancelSend: ['Ask the group to vote', 'Ask the group to vote'],
  cancelDone: [
    'Your proposal is with the group. Now vote on it yourself.',
    'The group can see your idea. You can vote now.',
  ],
  noteLong: ['Use 2,000 characters or fewer', 'This is too long. Write less.'],
});
