// What the parts of a proposal's page are drawn from.
import type { Pool, ProposalPage } from '../../api/types.ts';

export interface VoteProps {
  readonly pool: Pool;
  readonly proposal: ProposalPage;
}
