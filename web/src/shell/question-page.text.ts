// The words of every form that asks one question a page.
import { texts } from '../text/texts.ts';

export const questionPageText = texts({
  goOn: ['Continue', 'Go on'],
  change: ['Change', 'Change'],
  check: ['Check your answers', 'Check what you said'],
});
