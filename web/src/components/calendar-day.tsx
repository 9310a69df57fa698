// A date drawn like the sheet of a tear-off calendar.
import { dayShort } from '../text/format.ts';

interface DayLeafProps {
  readonly on: string;
  /** The text beside it does not say the date, so screen readers read this one. */
  readonly alone?: boolean;
}

export function CalendarDay({ on, alone = false }: DayLeafProps) {
  const [weekday = '', number = '', month = ''] = dayShort(on).replace(',', '').split(' ');
  return (
    <time class="kitty-session__day" dateTime={on} aria-hidden={alone ? undefined : 'true'}>
      {weekday} <span class="kitty-session__number">{number}</span> {month}
    </time>
  );
}
