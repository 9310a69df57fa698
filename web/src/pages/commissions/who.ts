// On which side the reader of a commission is, from what the API answers and who they are.
import { actingFor } from '../../api/acting.ts';
import { useLoad } from '../../api/load.ts';
import type { Commission, Session } from '../../api/types.ts';

/** `pool`: a member of the pool; `referee`: a broker or a funder, who may settle a dispute. */
export type Side = 'enterprise' | 'pool' | 'referee';

/** Somebody who is in the pool and also runs the enterprise is on its side: they may not confirm their own work. */
export function useSide({ enterpriseId, participants, accessNeeds }: Commission): Side {
  const mayRun = participants !== undefined && !actingFor.value;
  const mine = useLoad('GET /v1/enterprises', mayRun ? {} : null);
  const runs = mine.state === 'ready' && mine.value.items.some(({ id }) => id === enterpriseId);
  if (accessNeeds || runs) return 'enterprise';
  return participants ? 'pool' : 'referee';
}

/** Only those who pay for a session confirm it or say that something was wrong. */
export const takesPart = (session: Session): boolean => session.mySharePence !== undefined;

/** Delivered, and I came: I am asked, once, whether it took place. */
export const isToConfirm = (session: Session): boolean =>
  session.status === 'delivered' && takesPart(session) && session.confirmedByMe !== true;

export const isActive = ({ status }: Pick<Commission, 'status'>): boolean =>
  status === 'requested' || status === 'accepted';
