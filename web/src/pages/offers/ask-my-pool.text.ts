// The words for asking one of my pools to do what an offer offers.
import { texts } from '../../text/texts.ts';

export const askText = texts({
  title: ['Ask my pool to do this', 'Ask my pool to do this'],
  lead: [
    'Choose a pool. You then say when and how often, and your group votes. Nothing is paid yet.',
    'Choose a pool. Your group can then vote. You do not pay yet.',
    'vote',
  ],
  ask: ['Ask {pool}', 'Ask {pool}'],
  signInFirst: [
    'Sign in to ask your pool. You then come back to this page.',
    'Please sign in first. Then you come back here.',
    'sign-in',
  ],
  signIn: ['Sign in', 'Sign in'],
  noPool: [
    'You are not in a pool yet. Start one with people you know, or join one with a code. Then come back to this page.',
    'You are not in a pool yet. You can start one. Or join one with a code.',
    'people',
  ],
  start: ['Start a pool', 'Start a pool'],
  join: ['Join a pool with a code', 'Join a pool with a code'],
});
