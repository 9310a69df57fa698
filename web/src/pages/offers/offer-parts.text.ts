// The words for the parts of an offer, on its card and on its own page.
import { texts } from '../../text/texts.ts';

export const partsText = texts({
  closeBy: ['{area}, less than 1 mile away', '{area}. Less than 1 mile away'],
  oneMile: ['{area}, about 1 mile away', '{area}. About 1 mile away'],
  manyMiles: ['{area}, about {n} miles away', '{area}. About {n} miles away'],
  minutes: ['{n} minutes', '{n} minutes'],
  oneHour: ['1 hour', '1 hour'],
  manyHours: ['{n} hours', '{n} hours'],
  hoursAndMinutes: ['{hours} {minutes}', '{hours} and {minutes}'],
  inArea: ['Postcode area {area}', 'Postcode {area}'],
  eachPays: ['Each person pays', 'Each person pays'],
  group: ['{n} people', '{n} people'],
  each: ['{price} each', '{price} each'],
  wholeGroup: ['{price} for the whole group', '{price} for all of you'],
});
