// The words of signing in.
import { texts } from '../../text/texts.ts';

export const signInText = texts({
  title: ['Sign in', 'Sign in'],
  signingIn: ['Signing you in …', 'Please wait …'],
  failedTitle: ['We could not sign you in', 'Sign in did not work'],
  again: ['Try again', 'Try again'],
});

/** Why it failed, by the code of web/src/sign-in/failed.ts. */
export const signInFailures = texts({
  'not-started': [
    'This sign-in was not started in this window, or it was used before. Please start again.',
    'Something got mixed up. Please start again.',
    'sign-in',
  ],
  cancelled: ['You stopped before you were signed in.', 'You stopped signing in.', 'sign-in'],
  refused: [
    'The sign-in service did not accept this. Please start again.',
    'Sign in did not work. Please start again.',
    'warning',
  ],
  'clock-wrong': [
    'The date or time of this device seems to be wrong. Set it right and try again.',
    'The clock on your phone or computer is wrong. Please set it. Then try again.',
    'clock',
  ],
  offline: [
    'We cannot reach the sign-in service. Check your connection and try again.',
    'There is no internet. Please try again later.',
    'wifi-off',
  ],
  'no-storage': [
    'This browser does not let Kitty remember that you signed in. Allow this site to keep data, or use another browser.',
    'This browser does not let you sign in. Please try another browser.',
    'lock',
  ],
});
