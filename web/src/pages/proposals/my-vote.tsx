// My vote: what I chose, with buttons to change it and take it back; or the form to vote.
import { useEffect, useRef, useState } from 'preact/hooks';
import { pounds } from '../../../../functions/kernel/money.ts';
import type { Command, CommandState } from '../../api/command.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { standingIn } from '../../shell/reader.ts';
import { shellText } from '../../shell/shell.text.ts';
import { say } from '../../text/say.ts';
import type { Sentence } from '../../text/texts.ts';
import { voteText } from './vote.text.ts';
import type { Choice } from './vote-choice.ts';
import { VoteFields } from './vote-fields.tsx';
import { voteFormText as t } from './vote-form.text.ts';
import type { VoteForm } from './vote-form.ts';
import type { VoteProps } from './vote-props.ts';

interface MyVoteProps extends VoteProps {
  readonly me: string;
  readonly form: VoteForm;
  readonly vote: CommandState;
  readonly take: Command<'POST /v1/pools/{id}/proposals/{pid}/vote/withdrawal'>;
}

const saidWords = {
  coming: t.mineComing,
  'not-coming': t.mineNotComing,
  agree: t.mineAgree,
  abstain: t.mineAbstain,
  talk: t.mineTalk,
  disagree: t.mineDisagree,
  block: t.mineBlock,
} as const satisfies Record<Choice, Sentence>;

export function MyVote({ pool, proposal, me, form, vote, take }: MyVoteProps) {
  const { status, mine, notYetVoted, kind } = proposal;
  const mustAgree = proposal.missing?.some(({ personId, mustAgreeToMore }) => personId === me && mustAgreeToMore);
  const [isChanging, setChanging] = useState(mustAgree === true);
  // The button that was pressed is gone, so the focus moves to the heading of what replaced it.
  const heading = useRef<HTMLHeadingElement>(null);
  const wasChanging = useRef(isChanging);
  useEffect(() => {
    if (wasChanging.current !== isChanging) heading.current?.focus();
    wasChanging.current = isChanging;
  }, [isChanging]);
  if (!form.before) {
    if (status !== 'open') return null;
    if (standingIn(pool) !== 'member') return <Say text={voteText.leaving} />;
    if (!notYetVoted.includes(me)) return <Say text={voteText.notElector} />;
    return <VoteFields proposal={proposal} form={form} vote={vote} />;
  }
  const isVotingOpen = status === 'open';
  if (!isVotingOpen && kind !== 'buy') return null;
  return (
    <section class="kitty-section" aria-labelledby="mine">
      <h2 class="govuk-heading-m" id="mine" ref={heading} tabindex={-1}>
        {say(t.mineHeading)}
      </h2>
      <Say text={saidWords[form.before]} params={{ limit: pounds(mine?.upToPence ?? 0) }} />
      {isChanging ? (
        <VoteFields proposal={proposal} form={form} vote={vote} onKeep={() => setChanging(false)} />
      ) : (
        <div class="kitty-actions">
          <Button type="button" variant="secondary" onClick={() => setChanging(true)}>
            {say(isVotingOpen ? t.change : t.changeWaiting)}
          </Button>
          {isVotingOpen && (
            <Button
              type="button"
              variant="secondary"
              onClick={() => take.send({ params: { id: pool.id, pid: proposal.id }, body: {} })}
            >
              {say(take.state === 'sending' ? shellText.sending : t.take)}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
