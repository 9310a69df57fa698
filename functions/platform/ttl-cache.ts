// Caches in this process's memory what takes many reads to load. The caller sets a longer life for larger values, so that
// reloading never becomes most of what a large place costs.
import type { AppContext } from './app-context.ts';

interface CacheEntry<Value> {
  /** By `performance.now()`: Kitty's own clock can be moved in tests and demonstrations. */
  expiresAt: number;
  readonly value: Promise<Value>;
}

/** `ttlMs` answers how long a loaded value may be used. Callers during a load wait for that same load. */
export function ttlCache<Value>(
  load: (context: AppContext, ...names: string[]) => Promise<Value>,
  ttlMs: (value: Value) => number,
) {
  const entriesByContext = new WeakMap<AppContext, Map<string, CacheEntry<Value>>>();
  return {
    get(context: AppContext, ...names: string[]): Promise<Value> {
      const entries = entriesByContext.get(context) ?? new Map<string, CacheEntry<Value>>();
      entriesByContext.set(context, entries);
      const key = names.join('#');
      const entry = entries.get(key);
      if (entry && performance.now() < entry.expiresAt) return entry.value;
      const loading: CacheEntry<Value> = { expiresAt: Number.POSITIVE_INFINITY, value: load(context, ...names) };
      entries.set(key, loading);
      loading.value.then(
        (value) => {
          loading.expiresAt = performance.now() + ttlMs(value);
        },
        () => {
          if (entries.get(key) === loading) entries.delete(key);
        },
      );
      return loading.value;
    },
    forget(context: AppContext, ...names: string[]): void {
      entriesByContext.get(context)?.delete(names.join('#'));
    },
  };
}
