// The words of the queue of disputes.
import { texts } from '../../text/texts.ts';

export const disputesText = texts({
  title: ['Disputes to decide', 'Problems to decide'],
  home: ['Your start page', 'Your start page'],
  intro: [
    'The group and the enterprise have not agreed on these sessions for 14 days or more. You can decide what is paid. Until you do, they can still agree themselves.',
    'They could not agree for 14 days. You can say what is paid. They can still agree before you do.',
    'talk',
  ],
  none: [
    'No dispute is waiting for you. One is shown here when a group and an enterprise have not agreed for 14 days.',
    'Nothing waits for you. You see a problem here when they could not agree for 14 days.',
    'check',
  ],
  noMore: ['There are no more.', 'There are no more.', 'check'],
  session: ['{title}, session {n}', '{title}, time {n}'],
  pool: ['Ordered by {pool}', '{pool} ordered it'],
  price: ['The price is {price}', 'It costs {price}'],
  since: ['In dispute since {day}', 'Something was wrong. They told us on {day}'],
  saidPool: ['The group says: pay {amount}', 'The group says: pay {amount}'],
  saidEnterprise: ['The enterprise says: pay {amount}', 'The enterprise says: pay {amount}'],
  saidNobody: ['Nobody has named an amount yet', 'Nobody has said an amount yet'],
  more: ['Show more', 'Show more'],
  first: ['Go to the first one', 'Go to the start'],
});
