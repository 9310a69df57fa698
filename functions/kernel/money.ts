// Money is whole pence. These functions alone split it and write it out.

/** The most that one journal may hold: £1,000,000. */
export const MAX_PENCE = 100_000_000;

/**
 * Splits `pence` among `people` equal shares for session `n` (from 1): the shares differ by at most a penny and add up
 * to `pence` exactly. The odd pennies start where the session before left off, so that nobody always pays them.
 * For a smaller `pence` no share is larger (the same people pay the odd pennies of the same session).
 */
export function shares(pence: number, people: number, n: number, oddPennies = pence % people): number[] {
  const whole = Math.floor(pence / people);
  const odd = pence % people;
  const first = ((n - 1) * oddPennies) % people;
  return Array.from({ length: people }, (_, i) => whole + ((i - first + people) % people < odd ? 1 : 0));
}

function inPounds(pence: number, decimals: 0 | 2): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return (pence / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP', ...digits });
}

/** £12 for whole pounds, £1,234.50 otherwise: as people write sums. */
export const pounds = (pence: number): string => inPounds(pence, pence % 100 === 0 ? 0 : 2);

/** £12.00: as sums are written in accounts. */
export const poundsAndPence = (pence: number): string => inPounds(pence, 2);
