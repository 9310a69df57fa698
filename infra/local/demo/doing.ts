// Small helpers of the demo's loading: what must work, and how much goes on at once.
import type { Refusal, Result } from '../../../functions/kernel/result.ts';

/** The value of a step that is never refused: anything else is a bug of the demo. */
export function must<Value>(result: Result<Value, string>): Value {
  if (result.ok) return result.value;
  const { code, detail = '' }: Refusal<string> = result.refusal;
  throw new Error(`the demo place cannot be loaded: ${code} ${detail}`);
}

const AT_ONCE = 16;

/** Does the work for each, a few at once. */
export async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = [...all].reverse();
  const worker = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
