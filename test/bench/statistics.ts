// Quantiles of measured times.

/** The value below which `part` of the values lie (0.5 is the median). */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export interface Spread {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export const spreadOf = (times: readonly number[]): Spread => ({
  p50Ms: quantile(times, 0.5),
  p99Ms: quantile(times, 0.99),
});
