// Reads several commissions at once, before a page is drawn from them.
import type { ComponentChildren } from 'preact';
import { type Load, useLoad } from '../../api/load.ts';
import type { Commission } from '../../api/types.ts';
import { Loading } from '../../shell/states.tsx';

interface WithCommissionsProps {
  readonly ids: readonly string[];
  readonly found?: readonly Load<Commission>[];
  readonly children: (commissions: readonly Commission[]) => ComponentChildren;
}

/** One that cannot be read is left out, so that the page shows at least the others. */
export function WithCommissions({ ids, found = [], children }: WithCommissionsProps) {
  const [id, ...others] = ids;
  const load = useLoad('GET /v1/commissions/{id}', id ? { params: { id } } : null);
  // Each level reads one and passes on the rest, so that all are requested at the same time.
  if (id !== undefined)
    return (
      <WithCommissions ids={others} found={[...found, load]}>
        {children}
      </WithCommissions>
    );
  if (found.some(({ state }) => state === 'loading')) return <Loading />;
  return <>{children(found.flatMap((one) => (one.state === 'ready' ? [one.value] : [])))}</>;
}
