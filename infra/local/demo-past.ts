// When the demo place was loaded: no notices are made of events before that.
import * as z from 'zod';
import type { Table } from '../../functions/platform/table.ts';

export const STARTED = { PK: 'LOCAL#DEMO', SK: 'STARTED' };
export const LOADED = { PK: 'LOCAL#DEMO', SK: 'LOADED' };
export const moment = z.object({ at: z.string() });

/** While it loads: later than any instant. */
export const NOT_YET = '9999';

/** The instant before which no notices are made; empty where there is no demo place. Reads the table until it is loaded. */
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
