// Money is whole pence. These functions alone write it out.

/** The most that one journal may hold: £1,000,000. */
export const MAX_PENCE = 100_000_000;

function inPounds(pence: number, decimals: 0 | 2): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return (pence / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP', ...digits });
}

/** £12 for whole pounds, £1,234.50 otherwise: as people write sums. */
export const pounds = (pence: number): string => inPounds(pence, pence % 100 === 0 ? 0 : 2);

/** £12.00: as sums are written in accounts. */
export const poundsAndPence = (pence: number): string => inPounds(pence, 2);
