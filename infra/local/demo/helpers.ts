// Helpers for loading the demo: steps that must succeed, and work on many items a few at a time.
import type { Refusal, Result } from '../../../functions/kernel/result.ts';

/** The value of a successful result; a refusal is a bug in the demo. */
export function must<Value>(result: Result<Value, string>): Value {
  if (result.ok) return result.value;
  const { code, detail = '' }: Refusal<string> = result.refusal;
  throw new Error(`the demo place cannot be loaded: ${code} ${detail}`);
}

const MAX_CONCURRENT = 16;

/** Does the work for each item, a few at the same time. */
export async function forEachLimited<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = [...all].reverse();
  const worker = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: MAX_CONCURRENT }, worker));
}
