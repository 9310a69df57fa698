// The words that components have of their own: hidden prefixes, titles and the parts of a date.
import { texts } from '../text/texts.ts';

export const componentTexts = texts({
  back: ['Back', 'Back'],
  errorPrefix: ['Error:', 'Error:'],
  problemTitle: ['There is a problem', 'There is a problem'],
  success: ['Success', 'Success'],
  important: ['Important', 'Important'],
  day: ['Day', 'Day'],
  month: ['Month', 'Month'],
  year: ['Year', 'Year'],
});
