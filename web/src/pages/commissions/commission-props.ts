// What the pages of a commission, and of one of its sessions, are drawn from.
import type { Commission, Session } from '../../api/types.ts';

export interface CommissionProps {
  readonly commission: Commission;
  /** Reads it again, after something was changed. */
  readonly reload: () => void;
}

export interface SessionProps {
  readonly commission: Commission;
  readonly session: Session;
}
