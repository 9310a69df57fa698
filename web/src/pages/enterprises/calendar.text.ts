// The words of an enterprise's calendar.
import { texts } from '../../text/texts.ts';

export const calendarText = texts({
  title: ['Calendar', 'Calendar'],
  none: [
    'There are no sessions yet. When a group asks for what you offer and you accept, its sessions are shown here.',
    'There is nothing here yet. Say yes to a group. Then you see the days here.',
    'calendar',
  ],
  list: ['See what you offer', 'Look at what you offer'],
  toSay: ['Did these take place?', 'Did these take place?'],
  toSayHelp: [
    'Say so within two weeks: what you do not mark by then is settled back, and the group gets its money back. Once you have said so, the group has up to 7 days to say if something was wrong.',
    'Tell us in 2 weeks or less. After that the group gets its money back. You tell us. Then the group has 7 days to say if something was wrong.',
    'check',
  ],
  thisWeek: ['This week', 'This week'],
  nextWeek: ['Next week', 'Next week'],
  weekOf: ['Week of {day}', 'Week of {day}'],
  noneToCome: ['There are no sessions to come.', 'Nothing is coming.', 'calendar'],
  earlier: ['Earlier weeks', 'The weeks before'],
  said: [
    'Thank you. We have told the group that {title} took place on {day}.',
    'Thank you. We told the group about {title} on {day}.',
  ],
  sending: ['Sending …', 'Please wait …'],
  took: ['It took place', 'It took place'],
});
