// Reads what a pool has ordered, all at once, before a page is drawn from it.
import type { ComponentChildren } from 'preact';
import { type Load, useLoad } from '../../api/load.ts';
import type { Commission } from '../../api/types.ts';
import { Loading } from '../../shell/states.tsx';

interface WithCommissionsProps {
  readonly ids: readonly string[];
  readonly found?: readonly Load<Commission>[];
  readonly children: (commissions: readonly Commission[]) => ComponentChildren;
}

/** One that cannot be read is left out: the page says less, and not nothing. */
export function WithCommissions({ ids, found = [], children }: WithCommissionsProps) {
  const [id, ...others] = ids;
  const load = useLoad('GET /v1/commissions/{id}', id ? { params: { id } } : null);
  // Each reads one and hands the rest on, so that all are asked for at the same moment.
  if (id !== undefined)
    return (
      <WithCommissions ids={others} found={[...found, load]}>
        {children}
      </WithCommissions>
    );
  if (found.some(({ state }) => state === 'loading')) return <Loading />;
  return <>{children(found.flatMap((one) => (one.state === 'ready' ? [one.value] : [])))}</>;
}
