// The words of “My enterprises”.
import { texts } from '../../text/texts.ts';

export const myEnterprisesText = texts({
  title: ['My enterprises', 'My enterprises'],
  none: [
    'You do not run an enterprise here yet. Register yours, say what you offer, and groups can ask you for it.',
    'You have no enterprise here yet. Tell us about yours. Then groups can ask you.',
    'offer',
  ],
  requests: ['Requests to answer', 'People ask you'],
  noRequests: [
    'No request is waiting for your answer. When a group asks for what you offer, you see it here.',
    'Nobody is waiting for you now. When a group asks, you see it here.',
    'check',
  ],
  mine: ['Enterprises that you run', 'Your enterprises'],
  next: ['Next: {title} with {pool} on {day} at {time}.', 'Next: {title} with {pool} on {day} at {time}.', 'calendar'],
  noNext: ['Nothing is planned at the moment.', 'Nothing is planned now.', 'calendar'],
  calendar: ['Calendar', 'Calendar'],
  earnings: ['Earnings', 'Money you earned'],
  of: ['of {name}', 'of {name}'],
  register: ['Register an enterprise', 'Add an enterprise'],
  registerAnother: ['Register another enterprise', 'Add another enterprise'],
});
