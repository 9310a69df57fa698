// A day as on a calendar's leaf.
import { dayShort } from '../text/format.ts';

interface DayLeafProps {
  readonly on: string;
  /** The words beside it do not say the day, so it is read out. */
  readonly alone?: boolean;
}

export function DayLeaf({ on, alone = false }: DayLeafProps) {
  const [weekday = '', number = '', month = ''] = dayShort(on).replace(',', '').split(' ');
  return (
    <time class="kitty-session__day" dateTime={on} aria-hidden={alone ? undefined : 'true'}>
      {weekday} <span class="kitty-session__number">{number}</span> {month}
    </time>
  );
}
