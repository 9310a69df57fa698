// The words of an enterprise's own page.
import { texts } from '../../text/texts.ts';

export const enterpriseText = texts({
  caption: ['Your enterprise', 'Your enterprise'],
  back: ['My enterprises', 'My enterprises'],
  requests: ['Requests to answer', 'People ask you'],
  noRequests: ['No request is waiting for your answer.', 'Nobody is waiting for you now.', 'check'],
  week: ['What is next this week', 'This week'],
  noWeek: ['Nothing is planned for the next 7 days.', 'Nothing is planned this week.', 'calendar'],
  calendar: ['Calendar', 'Calendar'],
  earnings: ['Earnings', 'Money you earned'],
  offers: ['What you offer', 'What you offer'],
  noOffers: [
    'You offer nothing yet. List your first offer, so that groups can find you.',
    'You have no offers yet. Add one. Then groups can find you.',
    'offer',
  ],
  perSession: ['{price} a session for the whole group', '{price} each time for the group'],
  perPerson: ['{price} a person', '{price} for each person'],
  forPeople: ['For {min} to {max} people', 'For {min} to {max} people'],
  forExactly1: ['For {n} person', 'For {n} person'],
  forExactly: ['For {n} people', 'For {n} people'],
  see: ['See it as others do', 'Look at it'],
  change: ['Change', 'Change'],
  withdraw: ['Withdraw', 'Take it away'],
  newOffer: ['List an offer', 'Add an offer'],
  about: ['What people read about you', 'What people read about you'],
  changeAbout: ['Change what people read about you', 'Change what people read'],
  changeTitle: ['Change what people read about you', 'Change what people read'],
  save: ['Save', 'Save'],
  saved: ['What people read about you has been changed.', 'It is changed.'],
});
