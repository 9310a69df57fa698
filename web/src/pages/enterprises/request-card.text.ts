// The words of a request that waits for an enterprise's answer.
import { texts } from '../../text/texts.ts';

export const requestCardText = texts({
  asks: ['{pool} asks for this', '{pool} asks for this'],
  people1: ['{n} person', '{n} person'],
  people: ['{n} people', '{n} people'],
  sessions1: ['{n} session, on {day} at {time}', '{n} time, on {day} at {time}'],
  sessions: ['{n} sessions, the first on {day} at {time}', '{n} times. The first is on {day} at {time}'],
  price: ['{price} a session', '{price} each time'],
  answerBy: ['Answer by {when}', 'Answer by {when}'],
});
