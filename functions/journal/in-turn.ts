// A short queue for each journal inside one process: its callers then do not lose races to each other. Nothing depends on it.

/** How long a caller waits for those before it; then it goes on all the same. */
const MAX_WAIT_MS = 1000;

/** Runs the work of callers that give the same name one after another. */
export function queueByName(): <Value>(name: string, work: () => Promise<Value>) => Promise<Value> {
  const last = new Map<string, Promise<void>>();
  return async (name, work) => {
    const before = last.get(name);
    const turn = Promise.withResolvers<void>();
    last.set(name, turn.promise);
    try {
      if (before) await noLongerThan(MAX_WAIT_MS, before);
      return await work();
    } finally {
      turn.resolve();
      if (last.get(name) === turn.promise) last.delete(name);
    }
  };
}

async function noLongerThan(ms: number, work: Promise<void>): Promise<void> {
  const timeout = Promise.withResolvers<void>();
  const timer = setTimeout(timeout.resolve, ms);
  await Promise.race([work, timeout.promise]);
  clearTimeout(timer);
}
