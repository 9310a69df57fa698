// /pools/:id/proposals/:pid: what is proposed, what it costs me, how the group decides; and my vote.

import { useRef, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { actingFor } from '../../api/acting.ts';
import { type CommandState, useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import type { VoteResult } from '../../api/types.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { standingIn } from '../../shell/reader.ts';
import { Loaded } from '../../shell/states.tsx';
import { personId } from '../../sign-in/session.ts';
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { useCancelForm } from '../commissions/cancel-form.ts';
import { HowDecided, VotesSoFar } from './deciding.tsx';
import { MyVote } from './my-vote.tsx';
import { Outcome } from './outcome.tsx';
import { TakeBackPurchase } from './take-back-purchase.tsx';
import { voteText as t } from './vote.text.ts';
import { voteFormText } from './vote-form.text.ts';
import { useVoteForm, voteState } from './vote-form.ts';
import type { VoteProps } from './vote-props.ts';
import { WhatIsProposed } from './what-is-proposed.tsx';
import { WithdrawProposal } from './withdraw-proposal.tsx';

export function VotePage() {
  const { id = '', pid = '' } = useRoute().params;
  const pool = useLoad('GET /v1/pools/{id}', { params: { id } });
  const proposal = useLoad('GET /v1/pools/{id}/proposals/{pid}', { params: { id, pid } });
  const reload = (): void => {
    pool.reload();
    proposal.reload();
  };
  return (
    <Loaded of={pool}>
      {(ofPool) => (
        <Loaded of={proposal}>{(now) => <Vote key={pid} pool={ofPool} proposal={now} reload={reload} />}</Loaded>
      )}
    </Loaded>
  );
}

const doneWords = {
  open: voteFormText.doneOpen,
  waiting: voteFormText.doneWaiting,
  agreed: voteFormText.doneAgreed,
  'not-agreed': voteFormText.doneNotAgreed,
  withdrawn: t.withdrawnTitle,
} as const satisfies Record<VoteResult['status'], Words>;

/** Pool and proposal are read one after the other, so one may be newer. They match when both give the same status. */
const areOfOneTime = ({ pool, proposal }: VoteProps): boolean =>
  (pool.proposals.find(({ id }) => id === proposal.id)?.status ?? proposal.status) === proposal.status;

function Vote({ reload, ...read }: VoteProps & { readonly reload: () => void }) {
  // Right after the deciding vote the pool may already show its money as held while the proposal still shows as open: wait.
  const shown = useRef<VoteProps>(read);
  if (areOfOneTime(read)) shown.current = read;
  const { pool, proposal } = shown.current;
  const { id, status, title, by } = proposal;
  const me = actingFor.value?.personId ?? personId() ?? '';
  // A new key after each answer closes the form again.
  const [round, setRound] = useState(0);
  const after = (words: Words): void => {
    setRound((now) => now + 1);
    showOnNextPage(say(words));
    reload();
  };
  const vote = useCommand('PUT /v1/pools/{id}/proposals/{pid}/vote', `vote ${id}`, (voted) =>
    after(doneWords[voted.status]),
  );
  const take = useCommand('POST /v1/pools/{id}/proposals/{pid}/vote/withdrawal', `take vote ${id}`, () =>
    after(voteFormText.doneTaken),
  );
  const withdraw = useCommand('POST /v1/pools/{id}/proposals/{pid}/withdrawal', `withdraw ${id}`, () =>
    after(t.withdrawDone),
  );
  const takeBack = useCancelForm({ id: `${pool.id}-${id}`, poolId: pool.id });
  const commands: readonly CommandState[] = [vote, take, withdraw, takeBack.command];
  const form = useVoteForm(pool, proposal, me, vote);
  const isMember = standingIn(pool) === 'member';
  const isUndecided = status === 'open' || status === 'waiting';
  return (
    <Page
      title={status === 'open' && isMember ? say(t.title, { title }) : title}
      caption={pool.name}
      back={{ href: `/pools/${pool.id}`, label: say(t.toPool, { pool: pool.name }) }}
      commands={commands}
      errors={[...form.errors, ...takeBack.errors]}
      words={['vote', 'proposal', 'pool', 'session', 'held', 'free']}
    >
      {status !== 'open' && <Outcome pool={pool} proposal={proposal} me={me} />}
      {isUndecided && <WhatIsProposed pool={pool} proposal={proposal} />}
      {isUndecided && <HowDecided proposal={proposal} />}
      {isUndecided && (
        <MyVote
          key={`${round} ${voteState(proposal)}`}
          pool={pool}
          proposal={proposal}
          me={me}
          form={form}
          vote={vote}
          take={take}
        />
      )}
      <VotesSoFar pool={pool} proposal={proposal} />
      {isMember && status === 'open' && by === me && (
        <WithdrawProposal pool={pool} proposal={proposal} command={withdraw} />
      )}
      {isMember && status === 'waiting' && <TakeBackPurchase pool={pool} proposal={proposal} form={takeBack} />}
    </Page>
  );
}
