// The last page of a proposal: the answers and what it costs me, before the group is asked to vote.
import { useLocation } from 'preact-iso';
import { useCommand } from '../../api/command.ts';
import { Say } from '../../components/say.tsx';
import type { Flow } from '../../shell/flow.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { CheckPage } from '../../shell/question-page.tsx';
import { dayName } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { CostCards } from './cost-cards.tsx';
import { oftenWords } from './often.ts';
import type { Plan, ProposalDraft, Question } from './proposal-draft.ts';
import { proposeText as t } from './propose.text.ts';
import { membersOf, type ProposeProps } from './proposing.ts';

interface CheckProps extends ProposeProps {
  readonly flow: Flow<ProposalDraft, Question>;
  readonly plan: Plan;
}

export function ProposeCheck({ pool, offer, flow, plan }: CheckProps) {
  const { route } = useLocation();
  // Here and not in the form, so that a refusal is gone when somebody comes back from changing an answer.
  const command = useCommand('POST /v1/pools/{id}/proposals', `propose ${pool.id} ${offer.id}`, ({ proposalId }) => {
    showOnNextPage(say(t.done));
    flow.finish();
    route(`/pools/${pool.id}/proposals/${proposalId}`, true);
  });
  const { note, ...terms } = plan;
  const isSome = plan.heldAhead < plan.sessions;
  const answers: Readonly<Record<Question, { readonly key: string; readonly value: string }>> = {
    sessions: { key: say(t.sessions), value: String(plan.sessions) },
    start: { key: say(t.first), value: say(t.firstAt, { day: dayName(plan.startsOn), time: plan.time }) },
    often: { key: say(t.often), value: oftenWords(plan.everyDays) },
    ahead: { key: say(t.ahead), value: say(isSome ? t.aheadSomeRow : t.aheadAllRow, { n: plan.heldAhead }) },
    note: { key: say(t.note), value: note === '' ? say(t.noNote) : note },
  };
  return (
    <CheckPage
      flow={flow}
      title={say(t.checkTitle)}
      caption={say(t.caption, { pool: pool.name, offer: offer.title })}
      words={['session', 'held', 'free', 'vote', 'pool']}
      answers={[
        { key: say(t.what), value: offer.title },
        ...flow.questions.map((question) => ({ ...answers[question], changeHref: flow.changeHref(question) })),
      ]}
      command={command}
      sendText={say(t.send)}
      onSend={() =>
        command.send({
          params: { id: pool.id },
          body: { kind: 'buy', offerId: offer.id, ...terms, ...(note === '' ? {} : { note }) },
        })
      }
    >
      <CostCards deal={{ ...offer, ...plan }} members={membersOf(pool)} pool={pool} showsShortfall />
      <Say text={t.afterwards} />
    </CheckPage>
  );
}
