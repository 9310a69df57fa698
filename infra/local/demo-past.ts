// When the demo place was loaded: events before that are its history, about which nobody is notified.
import * as z from 'zod';
import type { Table } from '../../functions/platform/table.ts';

export const STARTED = { PK: 'LOCAL#DEMO', SK: 'STARTED' };
export const LOADED = { PK: 'LOCAL#DEMO', SK: 'LOADED' };
export const moment = z.object({ at: z.string() });

/** While the demo is loading: later than every instant. */
export const NOT_YET = '9999';

/** Returns the instant until which events are history; empty without a demo place. Reads the table until that is final. */
export function demoPast(table: Table): () => Promise<string> {
  let final: string | undefined;
  return async () => {
    if (final !== undefined) return final;
    if (!(await table.get(STARTED, true))) return '';
    const loaded = await table.get(LOADED, true);
    final = loaded && moment.parse(loaded).at;
    return final ?? NOT_YET;
  };
}
