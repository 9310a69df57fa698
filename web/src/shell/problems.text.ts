// What people read when the API refuses a request: what is wrong, and what they can do next.
import type { ProblemCode } from '../../../functions/platform/problems.ts';
import type { Words } from '../text/texts.ts';

export const problemsText = {
  // The request itself
  'bad-json': [
    'We could not read what was sent. Please reload the page and try again.',
    'This did not work. Open the page again. Then try once more.',
  ],
  'bad-input': [
    'Some of what you typed cannot be used. Check each answer and try again.',
    'Some of your answers do not work. Look at them again. Then try again.',
  ],
  'key-missing': [
    'We could not send this safely. Please reload the page and try again.',
    'This did not work. Open the page again. Then try once more.',
  ],
  'not-signed-in': ['Your sign-in has ended. Sign in again to go on.', 'You are signed out. Please sign in again.'],
  'sign-in-unavailable': [
    'We cannot check your sign-in at the moment. You are still signed in. Wait a moment and try again.',
    'We cannot check who you are just now. You are still signed in. Wait a little. Then try again.',
  ],
  'not-granted': [
    'The person you act for has not allowed you to do this. Ask them to allow it first.',
    'The person you help has not said yes to this. Ask them first.',
  ],
  'not-found': [
    'This is not here any more, or you cannot see it. Go back and choose again.',
    'We cannot find this. Go back and choose again.',
  ],
  'too-large': [
    'What you sent is too large. Make it shorter, or split the file in two, and try again.',
    'This is too big. Make it smaller and try again.',
  ],
  'wrong-type': [
    'This is not the kind of file that we can read. Choose a CSV file.',
    'This is the wrong kind of file. Choose a CSV file.',
  ],
  'key-reused': [
    'This was sent before with other answers. Reload the page and send it again.',
    'This did not work. Open the page again. Then try once more.',
  ],
  busy: [
    'Many people are changing this at the moment. Wait a moment and try again.',
    'Kitty is busy. Wait a little. Then try again.',
  ],
  'being-updated': [
    'Kitty is being updated. Try again in a minute.',
    'We are making Kitty better. Try again in a minute.',
  ],
  'went-wrong': [
    'Something went wrong on our side. Nothing that you did is lost. Please try again.',
    'Something went wrong. It is not your fault. Please try again.',
  ],
  // People
  'own-supporter': [
    'You cannot be your own supporter. Choose another person.',
    'You cannot be your own helper. Choose another person.',
  ],
  // Offers
  'offer-withdrawn': [
    'This offer was taken off the list. You can list a new one instead.',
    'This offer is gone. You can make a new one.',
  ],
  // Money
  'bad-file': [
    'We cannot read this file. Save it as CSV with the column names in the first line, and try again.',
    'We cannot read this file. Save it as a CSV file. Then try again.',
  ],
  'not-available': [
    'There is not that much free money now. Enter a smaller amount, or wait for more money to come.',
    'There is not enough free money. Type a smaller amount.',
  ],
  'not-started': [
    'You cannot use this money yet. Try again on the day that it starts.',
    'You cannot use this money yet. Wait until it starts.',
  ],
  'allocation-ended': [
    'This money has come to its end, or will have by then. Choose other money, or ask your funder about a new grant.',
    'This money is over, or will be over by then. Choose other money.',
  ],
  'already-granted': [
    'This money has been granted already. There is nothing more to do.',
    'This money is here already. You do not need to do it again.',
  ],
  'no-pooling': [
    'Your funder has not agreed that this money may go into a pool. Ask them, or choose other money.',
    'You cannot put this money in a pool. Ask your funder, or choose other money.',
  ],
  'no-instalments': [
    'This money comes all at once, so you cannot put some in every time. Put it in once instead.',
    'This money comes all at once. Put it in one time.',
  ],
  'nothing-standing': [
    'You are not putting in money from here every time, so there is nothing to change.',
    'You do not put in money every time. There is nothing to change.',
  ],
  'already-paused': [
    'What you put in with every instalment is paused already. Reload the page to see.',
    'It has stopped already. Open the page again to see.',
  ],
  'not-paused': [
    'What you put in with every instalment is not paused. Reload the page to see.',
    'It goes on already. Open the page again to see.',
  ],
  'standing-paused': ['What this person puts in with every instalment is paused.', 'This person has stopped for now.'],
  'no-shared-outcome': [
    'This money is for other things than this pool is for. Choose other money, or ask your funder to add what the pool is for.',
    'This money is for other things. Choose other money, or ask your funder.',
  ],
  'too-many-lots': [
    'You already have money from 10 places in this pool, which is the most. Add to one of those instead.',
    'You have money from 10 places in this pool. That is the most.',
  ],
  'pool-has-most-money': [
    'A pool can hold £1,000,000 at most. Put in less.',
    'The pool has the most money it can have. Put in less.',
  ],
  'too-soon': [
    'A cut must be announced at least 28 days before it starts. Choose a later day.',
    'You must tell people 28 days before. Choose a later day.',
  ],
  'too-much': [
    'That is more than was granted. Enter a smaller amount.',
    'That is more than was given. Type a smaller amount.',
  ],
  'not-due': ['It is too early for this. Try again on the day.', 'It is too early. Wait until the day.'],
  // Members
  'invitation-over': [
    'This invitation does not work, or not any more. Ask somebody in the pool for a new one.',
    'This code does not work. Ask someone in the pool for a new code.',
  ],
  'already-a-member': [
    'You are in this pool already. You find it under “My pools”.',
    'You are in this pool already. Look at “My pools”.',
  ],
  'still-leaving': [
    'You have left this pool and your notice is not over. You can join again when it is.',
    'You are still leaving this pool. You can join again later.',
  ],
  'pool-has-most-members': [
    'This pool has 50 members, which is the most. You can join another pool or start your own.',
    'This pool is full. Join another pool, or start your own.',
  ],
  'too-many-invitations': [
    'This pool has 50 open invitations, which is the most. Take one back first.',
    'The pool has too many open codes. Take one back first.',
  ],
  'agreement-changed': [
    'The agreement has changed since you read it, so you have not signed anything. Read the new one, then sign.',
    'The rules have changed. You did not sign. Read the new rules first.',
  ],
  'nothing-to-sign': [
    'There is no new agreement of this kind to sign. Reload the page to see what is in force.',
    'There is nothing to sign now. Open the page again.',
  ],
  'already-signed': [
    'You have signed this agreement already. There is nothing more to do.',
    'You have signed this already. You are done.',
  ],
  // Deciding
  'no-such-offer': [
    'This offer has been taken off the list. Find another one.',
    'This offer is gone. Find another one.',
  ],
  'no-such-commission': [
    'Your pool has no such order any more. Go back to the pool and choose again.',
    'This order is gone. Go back to the pool.',
  ],
  'starts-in-the-past': [
    'The first session must be later than now. Choose a later day or time.',
    'This day or time is over. Choose a later one.',
  ],
  'too-many-proposals': [
    'Your pool has 20 open proposals, which is the most. Decide one or withdraw one first.',
    'The pool has too many ideas to vote on. Finish one first.',
  ],
  'too-many-commissions': [
    'Your pool has 20 orders under way, which is the most. Wait until one is finished.',
    'The pool has too many orders. Wait until one is finished.',
  ],
  'not-an-elector': [
    'You joined after this was proposed, so you cannot vote on it. You can vote on what comes next.',
    'You joined after this vote began. You can vote next time.',
  ],
  'already-decided': [
    'The group has decided this already. Reload the page to see what was decided, and what you can still do.',
    'The group has decided this. Open the page again to see.',
  ],
  'own-enterprise': [
    'You run this enterprise, so you cannot vote on it or confirm what it does. Another member must do it.',
    'This is your own business. Someone else in the pool must do this.',
  ],
  'no-places-left': [
    'All places are taken. You can still vote without coming.',
    'All places are taken. You can vote, but you cannot come.',
  ],
  'not-voted': ['You have not voted, so there is nothing to take back.', 'You have not voted yet.'],
  'not-the-proposer': [
    'Only the person who proposed this can withdraw it. Talk to them, or vote no.',
    'This is not your idea. Talk to the person, or vote no.',
  ],
  // Commissions
  'commission-over': [
    'This order is over, so nothing more can be changed. Go back to see how it ended.',
    'This is over. You cannot change it now.',
  ],
  'already-answered': [
    'This request has been answered already. Reload the page to see the answer.',
    'Someone has answered this already. Open the page again to see.',
  ],
  'not-accepted': [
    'The enterprise has not said yes to this request yet. Wait for its answer.',
    'They have not said yes yet. Please wait.',
  ],
  'session-over': [
    'This session is over or has been dealt with. Reload the page to see what came of it.',
    'This session is done already. Open the page again to see.',
  ],
  'not-yet': [
    'It is too early for this. You can do it once the session has begun.',
    'It is too early. Wait until the session has begun.',
  ],
  'absence-is-paid': [
    'Your group agreed that you pay your share also when you cannot come.',
    'Your group agreed: you still pay if you do not come.',
  ],
  'too-late-for-absence': [
    'It is too late to change who comes to this session. You still pay your share.',
    'It is too late to change this. You still pay.',
  ],
  'others-would-not-cover': [
    'Without you there would be too few people, or the others would pay more than they agreed to. Talk with your group.',
    'The others can not pay your part. Talk with your group.',
  ],
  'not-funded': [
    'The money for this session is not set aside, so it does not take place. Put more money into the pool for the next ones.',
    'There is no money for this session. It will not happen. Put more money in.',
  ],
  'already-confirmed': [
    'You have confirmed this session already. Reload the page to see when it is paid.',
    'You said yes already. Open the page again to see when they are paid.',
  ],
  'not-delivered': [
    'The enterprise has not said yet that this session took place. Wait until it has.',
    'They have not said that it happened. Please wait.',
  ],
  'not-disputed': [
    'Nobody has said that something was wrong with this session. Reload the page to see how it stands.',
    'Nobody said that something was wrong. Open the page again.',
  ],
  'more-than-price': [
    'That is more than the price of the session. Enter the price or less.',
    'That is more than the price. Type a smaller amount.',
  ],
  // Limits
  full: [
    'Your pool has too much under way to take on more. Wait until something is finished.',
    'The pool is too busy for more. Wait until something is finished.',
  ],
} as const satisfies Record<ProblemCode, Words>;
