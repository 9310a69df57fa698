// Makes the list of steps that leads to a difference shorter: parts are left out as long as some difference of the same kind remains.
import type { TestKitty } from '../harness.ts';
import type { Cast } from './kitty.ts';
import { type Played, play } from './play.ts';
import type { Batch } from './steps.ts';

const MOST_REPLAYS = 120;

/** What is compared, without whose it is: `pool p0 h1.freePence` and `pool p1 h0.freePence` are of one kind. */
const kindOf = ({ failure }: Played): string =>
  (failure?.differences[0]?.what ?? '')
    .replaceAll(/\b(h|p|a|pool|code)\w*\d+\w*(-\d+)?/g, '')
    .replaceAll(/\{.*/g, '')
    .trim();

export async function shrink(kitty: TestKitty, cast: Cast, played: Played, tolerated: string): Promise<Played> {
  let best = played;
  let replays = 0;
  const kind = kindOf(played);
  const attempt = async (batches: readonly Batch[]): Promise<boolean> => {
    replays += 1;
    const again = await play(kitty, cast, (_, round) => batches[round], tolerated, batches.length);
    if (!again.failure || kindOf(again) !== kind) return false;
    best = again;
    return true;
  };
  for (
    let size = Math.ceil(best.batches.length / 2);
    size >= 1 && replays < MOST_REPLAYS;
    size = Math.floor(size / 2)
  ) {
    for (let end = best.batches.length; end > 0 && replays < MOST_REPLAYS; end -= size) {
      const from = Math.max(0, end - size);
      const without = [...best.batches.slice(0, from), ...best.batches.slice(end)];
      if (without.length > 0 && without.length < best.batches.length) await attempt(without);
    }
  }
  // What was sent at once with others is left out one by one, and copies too.
  for (let i = 0; i < best.batches.length && replays < 2 * MOST_REPLAYS; i++)
    for (let n = (best.batches[i]?.steps.length ?? 0) - 1; n >= 0; n--) {
      const steps = best.batches[i]?.steps ?? [];
      const fewer =
        steps.length > 1 ? steps.filter((_, at) => at !== n) : steps.map(({ step }) => ({ step, copies: 1 }));
      if (steps.length > 1 || (steps[0]?.copies ?? 1) > 1)
        await attempt(best.batches.map((batch, at) => (at === i ? { steps: fewer } : batch)));
    }
  return best;
}
