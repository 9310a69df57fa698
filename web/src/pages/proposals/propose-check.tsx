// The last look before the group is asked: what was answered, and what it costs me, before anyone votes.
import { useLocation } from 'preact-iso';
import { useCommand } from '../../api/command.ts';
import { Button } from '../../components/button.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { tellNext } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { dayName } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { Say } from '../../text/sentence.tsx';
import { CostCards } from './cost-cards.tsx';
import { oftenWords } from './often.ts';
import type { Plan, Step } from './proposal-draft.ts';
import { proposeText as t } from './propose.text.ts';
import { membersOf, type ProposeProps } from './proposing.ts';

interface CheckProps extends ProposeProps {
  readonly plan: Plan;
  readonly changeAt: (step: Step) => string;
  readonly onSent: () => void;
}

export function ProposeCheck({ pool, offer, plan, changeAt, onSent }: CheckProps) {
  const { route } = useLocation();
  const command = useCommand('POST /v1/pools/{id}/proposals', `propose ${pool.id} ${offer.id}`, ({ proposalId }) => {
    tellNext(say(t.done));
    onSent();
    route(`/pools/${pool.id}/proposals/${proposalId}`, true);
  });
  const { note, ...rest } = plan;
  const send = (event: Event): void => {
    event.preventDefault();
    const body = { kind: 'buy' as const, offerId: offer.id, ...rest, ...(note === '' ? {} : { note }) };
    command.send({ params: { id: pool.id }, body });
  };
  const isBusy = command.state === 'sending' || command.state === 'checking';
  return (
    <Page
      key="check"
      title={say(t.checkTitle)}
      caption={say(t.caption, { pool: pool.name, offer: offer.title })}
      back={{ href: changeAt('note').replace('&change=yes', '') }}
      commands={[command]}
      words={['session', 'held', 'free', 'vote', 'pool']}
    >
      <Answers offer={offer} plan={plan} changeAt={changeAt} />
      <CostCards deal={{ ...offer, ...plan }} members={membersOf(pool)} pool={pool} isOpen />
      <Say text={t.afterwards} />
      <form onSubmit={send} noValidate>
        <Button>{say(isBusy ? shellText.sending : t.send)}</Button>
      </form>
    </Page>
  );
}

function Answers({ offer, plan, changeAt }: Pick<CheckProps, 'offer' | 'plan' | 'changeAt'>) {
  const row = (key: string, value: string, step: Step) => ({
    key,
    value,
    actions: [{ href: changeAt(step), text: say(t.change), hiddenText: key }],
  });
  const isSome = plan.heldAhead < plan.sessions;
  return (
    <SummaryList
      rows={[
        { key: say(t.what), value: offer.title },
        row(say(t.sessions), String(plan.sessions), 'sessions'),
        row(say(t.first), say(t.firstAt, { day: dayName(plan.startsOn), time: plan.time }), 'start'),
        ...(plan.sessions === 1
          ? []
          : [
              row(say(t.often), oftenWords(plan.everyDays), 'often'),
              row(say(t.ahead), say(isSome ? t.aheadSomeRow : t.aheadAllRow, { n: plan.heldAhead }), 'ahead'),
            ]),
        row(say(t.note), plan.note === '' ? say(t.noNote) : plan.note, 'note'),
      ]}
    />
  );
}
