// What the pages of a proposal share: the pool that is asked and the offer that is proposed.
import type { Offer, Pool } from '../../api/types.ts';

export interface ProposeProps {
  readonly pool: Pool;
  readonly offer: Offer;
}

/** How many could come: the members, less those who are leaving. */
export const membersOf = ({ members }: Pool): number =>
  members.filter(({ leavingOn }) => leavingOn === undefined).length;
