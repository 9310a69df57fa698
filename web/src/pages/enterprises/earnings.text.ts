// The words of what an enterprise has earned.
import { texts } from '../../text/texts.ts';

export const earningsText = texts({
  title: ['Earnings', 'Money you earned'],
  none: [
    'You have earned nothing yet. Money is yours when you have said that a session took place, and the group has confirmed it or not objected for 7 days.',
    'You have no money yet. First a session takes place. Then the group says yes.',
    'money',
  ],
  calendar: ['Go to the calendar', 'Look at the calendar'],
  earned: ['Earned', 'You earned'],
  paid: ['Paid to you', 'You got'],
  toPay: ['Still to be paid', 'You still get'],
  notYet: [
    'This version of Kitty does not pay money out yet. It keeps an exact account of what you have earned, so nothing is lost. Nothing has been paid to you through Kitty so far.',
    'Kitty can not pay you yet. Kitty counts what you earned. Nothing gets lost.',
    'information',
  ],
  late: [
    'What happened in the last seconds may not be counted yet.',
    'New money can take a few seconds to show here.',
    'clock',
  ],
  byGroup: ['Earned from each order', 'Money from each group'],
  chart: [
    'Bar chart: what you earned from each order. The same figures are in the table below.',
    'Bars show the money from each group. The table below says the same.',
  ],
  barText: ['{title}, {pool}', '{title}, {pool}'],
  order: ['Order', 'What'],
  pool: ['Pool', 'Pool'],
  total: ['Total', 'All together'],
  tableCaption: ['What you earned, order by order', 'Your money in a table'],
});
