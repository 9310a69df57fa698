// Keeps in this process's memory what takes many reads to load: for the longer, the more it is, so that reading it again and
// again never becomes most of what a large place costs.
import type { AppContext } from './app-context.ts';

interface Kept<Value> {
  /** By this process's own clock: how old it is has nothing to do with Kitty's, which can be moved. */
  until: number;
  readonly value: Promise<Value>;
}

/** `freshMs` says of what was loaded how long it may be shown. Who asks while it is being loaded waits for the same. */
export function ttlCache<Value>(
  load: (context: AppContext, ...names: string[]) => Promise<Value>,
  freshMs: (value: Value) => number,
) {
  const worlds = new WeakMap<AppContext, Map<string, Kept<Value>>>();
  return {
    get(context: AppContext, ...names: string[]): Promise<Value> {
      const kept = worlds.get(context) ?? new Map<string, Kept<Value>>();
      worlds.set(context, kept);
      const name = names.join('#');
      const known = kept.get(name);
      if (known && performance.now() < known.until) return known.value;
      const fresh: Kept<Value> = { until: Number.POSITIVE_INFINITY, value: load(context, ...names) };
      kept.set(name, fresh);
      fresh.value.then(
        (value) => {
          fresh.until = performance.now() + freshMs(value);
        },
        () => {
          if (kept.get(name) === fresh) kept.delete(name);
        },
      );
      return fresh.value;
    },
    forget(context: AppContext, ...names: string[]): void {
      worlds.get(context)?.delete(names.join('#'));
    },
  };
}
