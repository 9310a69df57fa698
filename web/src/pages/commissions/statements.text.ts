// The words around what people wrote about a commission or a session.
import { texts } from '../../text/texts.ts';

export const statementsText = texts({
  title: ['What was said', 'What people said'],
  pool: ['Somebody in the group wrote:', 'Someone in the group said:'],
  enterprise: ['The enterprise wrote:', 'The enterprise said:'],
  resolved: ['The enterprise, a broker or the council wrote:', 'The enterprise or the council said:'],
});
