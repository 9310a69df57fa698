// The words of one session in an enterprise's calendar.
import { texts } from '../../text/texts.ts';

export const sessionRowText = texts({
  line1: ['{pool}, at {time}, {n} person', '{pool}, at {time}, {n} person'],
  line: ['{pool}, at {time}, {n} people', '{pool}, at {time}, {n} people'],
  asked: ['Not answered yet', 'Not answered yet'],
  took: ['It took place', 'It took place'],
  tookHidden: ['{title} on {day}', '{title} on {day}'],
});
