// A day as on a calendar's leaf; the words beside it say it in full.
import { dayShort } from '../../text/format.ts';

export function DayLeaf({ on }: { readonly on: string }) {
  const [weekday, number, month] = dayShort(on).replace(',', '').split(' ');
  return (
    <time class="kitty-session__day" dateTime={on} aria-hidden="true">
      {weekday}
      <span class="kitty-session__number">{number}</span>
      {month}
    </time>
  );
}
