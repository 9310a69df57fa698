// Distance, duration and price of an offer in words.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { ListedOffer } from '../../api/types.ts';
import { say, sayCount } from '../../text/say.ts';
import { partsText as t } from './offer-parts.text.ts';

const KM_IN_A_MILE = 1.609344;

/** Whole miles, one at least. */
export const toMiles = (km: number): number => Math.max(1, Math.round(km / KM_IN_A_MILE));

/** From whole miles, so that `toMiles` gives the same number back. */
export const toKm = (miles: number): number => Math.round(miles * KM_IN_A_MILE);

/** In whole miles: distances are from the middle of a postcode area, so decimals would be false precision. */
export function whereabouts({ area, distanceKm }: Pick<ListedOffer, 'area' | 'distanceKm'>): string {
  if (distanceKm === undefined) return say(t.inArea, { area });
  if (distanceKm < KM_IN_A_MILE) return say(t.closeBy, { area });
  return sayCount(toMiles(distanceKm), t.oneMile, t.manyMiles, { area });
}

export function howLong(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return say(t.minutes, { n: rest });
  const whole = sayCount(hours, t.oneHour, t.manyHours);
  return rest === 0 ? whole : say(t.hoursAndMinutes, { hours: whole, minutes: say(t.minutes, { n: rest }) });
}

export const GROUPS = [4, 6, 10] as const;

export const wholePrice = ({ priceModel, pricePence }: Pick<ListedOffer, 'priceModel' | 'pricePence'>): string =>
  say(priceModel === 'per-person' ? t.each : t.wholeGroup, { price: pounds(pricePence) });
