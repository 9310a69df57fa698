// When the demo place was loaded: what came about until then is its own past, of which nobody is told.
import * as z from 'zod';
import type { Table } from '../../functions/platform/table.ts';

export const STARTED = { PK: 'LOCAL#DEMO', SK: 'STARTED' };
export const LOADED = { PK: 'LOCAL#DEMO', SK: 'LOADED' };
export const moment = z.object({ at: z.string() });

/** While it loads, later than every instant. */
export const NOT_YET = '9999';

/** Answers the instant until which all is past; empty where there is no demo place. Reads until the answer is final. */
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
