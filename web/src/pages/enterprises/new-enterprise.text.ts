// The words of “Register your enterprise”.
import { texts } from '../../text/texts.ts';

export const newEnterpriseText = texts({
  caption: ['Register your enterprise', 'Tell us about your enterprise'],
  send: ['Register my enterprise', 'Send it'],
  done: ['{name} is registered. Now say what you offer.', '{name} is in Kitty now. Next: say what you offer.'],
});
