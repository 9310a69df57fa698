// What cancelling costs, worded for the enterprise.
import type { ListedOffer } from '../../api/types.ts';
import { say, sayCount } from '../../text/say.ts';
import { offerFieldsText as t } from './offer-fields.text.ts';

export function termsSentence({ hours, chargePercent: percent }: ListedOffer['cancellation']): string {
  if (hours === 0 || percent === 0) return say(t.termsFree);
  const due = percent === 100 ? say(t.dueAll) : percent === 50 ? say(t.dueHalf) : say(t.duePart, { percent });
  if (hours % 24 === 0) return sayCount(hours / 24, t.termsDay, t.termsDays, { due });
  return sayCount(hours, t.termsHour, t.termsHours, { due });
}
