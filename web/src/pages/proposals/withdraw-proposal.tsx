// Withdraws my own proposal before it is decided.
import type { Command } from '../../api/command.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { Say } from '../../components/say.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { say } from '../../text/say.ts';
import { voteText as t } from './vote.text.ts';
import type { VoteProps } from './vote-props.ts';

interface WithdrawProps extends VoteProps {
  readonly command: Command<'POST /v1/pools/{id}/proposals/{pid}/withdrawal'>;
}

export function WithdrawProposal({ pool, proposal, command }: WithdrawProps) {
  const withdraw = (event: Event): void => {
    event.preventDefault();
    command.send({ params: { id: pool.id, pid: proposal.id }, body: {} });
  };
  return (
    <Details summary={say(t.withdrawHeading)}>
      <Say text={t.withdrawExplained} />
      <form onSubmit={withdraw} noValidate>
        <Button variant="warning">{say(command.state === 'sending' ? shellText.sending : t.withdraw)}</Button>
      </form>
    </Details>
  );
}
