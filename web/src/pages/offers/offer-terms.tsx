// What cancelling costs, as a sentence.
import type { Offer } from '../../api/types.ts';
import { Say } from '../../components/say.tsx';
import { say, sayCount } from '../../text/say.ts';
import { offerText as t } from './offer.text.ts';

export function CancellationTerms({ hours, chargePercent: percent }: Offer['cancellation']) {
  if (hours === 0 || percent === 0) return <Say text={t.freeAlways} />;
  return <Say text={percent === 100 ? t.freeUntilElseAll : t.freeUntil} params={{ time: notice(hours), percent }} />;
}

/** Two days or more as days, when they are whole. */
const notice = (hours: number): string =>
  hours >= 48 && hours % 24 === 0 ? say(t.manyDays, { n: hours / 24 }) : sayCount(hours, t.oneHour, t.manyHours);
