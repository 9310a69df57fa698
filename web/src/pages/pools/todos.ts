// What one person has to decide or do in a pool now, the most pressing first.
import type { Commission, Pool, Proposal, Session } from '../../api/types.ts';

export type Todo =
  | { readonly type: 'sign' }
  | { readonly type: 'vote' | 'agree-to-more'; readonly proposal: Proposal }
  | { readonly type: 'pay-in'; readonly proposal: Proposal; readonly pence: number }
  | { readonly type: 'confirm' | 'settle'; readonly commission: Commission; readonly session: Session }
  | {
      readonly type: 'raise-limit' | 'pay-ahead';
      readonly commission: Commission;
      readonly session: Session;
      readonly pence: number;
    };

/** Who has left (`isMember` false) only says what became of the sessions that they came to. */
export function todosOf(pool: Pool, commissions: readonly Commission[], person: string, isMember = true): Todo[] {
  if (!isMember) return commissions.flatMap(sessionTodos);
  return [
    ...signTodos(pool, person),
    ...pool.proposals.flatMap((proposal) => proposalTodos(proposal, person)),
    ...commissions.flatMap(sessionTodos),
    ...fundingTodos(commissions, pool.mine.freePence),
  ];
}

const signTodos = ({ pendingAgreement }: Pool, person: string): Todo[] =>
  pendingAgreement?.notYetSigned.includes(person) ? [{ type: 'sign' }] : [];

function proposalTodos(proposal: Proposal, person: string): Todo[] {
  if (proposal.status === 'open') return proposal.notYetVoted.includes(person) ? [{ type: 'vote', proposal }] : [];
  const lacks = proposal.missing?.find((one) => one.personId === person);
  if (!lacks) return [];
  const todos: Todo[] = lacks.mustAgreeToMore ? [{ type: 'agree-to-more', proposal }] : [];
  return lacks.minePence ? [...todos, { type: 'pay-in', proposal, pence: lacks.minePence }] : todos;
}

/** Only those who take part have a share, and only they can say whether a session took place. */
const sessionTodos = (commission: Commission): Todo[] =>
  commission.sessions
    .filter((session) => session.mySharePence !== undefined)
    .flatMap((session): Todo[] => {
      if (session.status === 'delivered' && !session.confirmedByMe) return [{ type: 'confirm', commission, session }];
      const unsaid = session.status === 'disputed' && session.saidPence?.pool === undefined;
      return unsaid ? [{ type: 'settle', commission, session }] : [];
    });

/** The next session of each commission that has no money held for it because this person's share is missing. */
function fundingTodos(commissions: readonly Commission[], freePence: number): Todo[] {
  let left = freePence;
  return commissions
    .filter(({ status }) => status === 'requested' || status === 'accepted')
    .flatMap((commission): Todo[] => {
      const session = commission.sessions.find(({ status, funded }) => status === 'planned' && !funded);
      const share = session?.mySharePence;
      if (!session || share === undefined) return [];
      const todos: Todo[] = [];
      if (share > (commission.myUpToPence ?? share))
        todos.push({ type: 'raise-limit', commission, session, pence: share });
      if (share > left) todos.push({ type: 'pay-ahead', commission, session, pence: share - left });
      left = Math.max(0, left - share);
      return todos;
    });
}
