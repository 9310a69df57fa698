// What the group has agreed and lacks the money for, any member may ask the group to take back; they vote on it.
import type { Pool, ProposalPage } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { Say } from '../../components/say.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { errorOf } from '../../shell/errors.ts';
import { shellText } from '../../shell/shell.text.ts';
import { say } from '../../text/say.ts';
import type { CancelForm } from '../commissions/cancel-form.ts';
import { commissionText } from '../commissions/commission.text.ts';
import { voteText as t } from './vote.text.ts';

interface TakeBackProps {
  readonly pool: Pool;
  readonly proposal: ProposalPage;
  readonly form: CancelForm;
}

/** Where it has been asked already, leads there instead. */
export function TakeBackPurchase({ pool, proposal, form }: TakeBackProps) {
  const asked = pool.proposals.find(
    ({ kind, status, commissionId }) =>
      kind === 'cancel' && status === 'open' && commissionId === `${pool.id}-${proposal.id}`,
  );
  if (asked)
    return (
      <>
        <Say text={t.takeBackAsked} />
        <Button href={`/pools/${pool.id}/proposals/${asked.id}`} variant="secondary">
          {say(t.takeBackSee)}
        </Button>
      </>
    );
  return (
    <Details summary={say(t.takeBackHeading)}>
      <Say text={t.takeBackExplained} />
      <form onSubmit={form.submit} noValidate>
        <Textarea
          id="note"
          name="note"
          label={say(commissionText.cancelNote)}
          error={errorOf(form.errors, 'note')}
          rows={3}
          value={form.note}
          onInput={form.type}
        />
        <Button variant="secondary">
          {say(form.command.state === 'sending' ? shellText.sending : commissionText.cancelSend)}
        </Button>
      </form>
    </Details>
  );
}
