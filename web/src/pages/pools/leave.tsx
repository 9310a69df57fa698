// /pools/:id/leave: what leaving means for my money; then leaving, and what happened to the money.

import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { pounds } from '../../../../functions/kernel/money.ts';
import { today } from '../../api/clock.ts';
import { type Command, isUnderWay, useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import type { Commission, DepartureResult, Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { Loaded } from '../../shell/states.tsx';
import { dayInYear } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { isActive } from '../commissions/who.ts';
import { type Leaving, leavingFrom } from './leave.rules.ts';
import { leaveText as t } from './leave.text.ts';
import { Left } from './left.tsx';
import { MembersOnly } from './members-only.tsx';
import { WithCommissions } from './with-commissions.tsx';

export function Leave() {
  const { params } = useRoute();
  const pool = useLoad('GET /v1/pools/{id}', { params: { id: params.id ?? '' } });
  return (
    <Loaded of={pool}>
      {(found) => (
        <WithCommissions ids={found.commissions.filter(isActive).map(({ id }) => id)}>
          {(commissions) => <LeaveSteps pool={found} commissions={commissions} />}
        </WithCommissions>
      )}
    </Loaded>
  );
}

interface LeaveStepsProps {
  readonly pool: Pool;
  readonly commissions: readonly Commission[];
}

function LeaveSteps({ pool, commissions }: LeaveStepsProps) {
  const [left, setLeft] = useState<DepartureResult | undefined>();
  const command = useCommand('POST /v1/pools/{id}/departure', `leave ${pool.id}`, setLeft);
  if (left) return <Left pool={pool} left={left} />;
  return (
    <MembersOnly pool={pool} title={t.title}>
      <LeaveQuestion pool={pool} commissions={commissions} command={command} />
    </MembersOnly>
  );
}

interface LeaveQuestionProps extends LeaveStepsProps {
  readonly command: Command<'POST /v1/pools/{id}/departure'>;
}

function LeaveQuestion({ pool, commissions, command }: LeaveQuestionProps) {
  const own = `/pools/${pool.id}`;
  return (
    <Page
      key="leave"
      title={say(t.title)}
      caption={pool.name}
      back={{ href: own }}
      commands={[command]}
      words={['free', 'held', 'notice', 'session', 'proposal']}
    >
      <Arithmetic pool={pool} leaving={leavingFrom(pool, commissions, today())} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          command.send({ params: { id: pool.id }, body: {} });
        }}
      >
        <div class="govuk-button-group">
          <Button variant="warning">{say(isUnderWay(command) ? shellText.sending : t.send)}</Button>
          <Button href={own} variant="secondary">
            {say(t.stay)}
          </Button>
        </div>
      </form>
    </Page>
  );
}

interface ArithmeticProps {
  readonly pool: Pool;
  readonly leaving: Leaving;
}

function Arithmetic({ pool, leaving }: ArithmeticProps) {
  const { homePence, setAsidePence, heldPence, endsOn, isShort } = leaving;
  const { noticeWeeks } = pool.agreement;
  const params = {
    home: pounds(homePence),
    aside: pounds(setAsidePence),
    held: pounds(heldPence),
    n: noticeWeeks,
    day: dayInYear(endsOn),
  };
  const notice = noticeWeeks === 0 ? t.heldAtOnce : noticeWeeks === 1 ? t.heldOne : t.held;
  const lines: readonly (readonly [Words, number])[] = [
    [t.homeNow, homePence],
    ...(setAsidePence > 0 ? [[t.aside, setAsidePence] as const] : []),
    [t.stays, heldPence],
  ];
  return (
    <>
      <Say text={t.intro} />
      <dl class="kitty-take">
        {lines.map(([words, pence]) => (
          <div key={words}>
            <dt>{say(words)}</dt>
            <dd>{pounds(pence)}</dd>
          </div>
        ))}
        <div class="kitty-take__total">
          <dt>{say(t.total)}</dt>
          <dd>{pounds(homePence + setAsidePence + heldPence)}</dd>
        </div>
      </dl>
      <Say text={homePence > 0 ? t.home : t.nothingHome} params={params} />
      {setAsidePence > 0 && <Say text={t.setAside} params={params} />}
      {isShort && <Say text={t.short} params={params} />}
      <Say text={heldPence > 0 ? notice : t.nothingHeld} params={params} />
      {heldPence > 0 && <Say text={t.others} />}
      <Say text={t.standing} />
      <Say text={t.votes} />
      <Say text={t.sees} />
      <Say text={noticeWeeks === 0 ? t.comeBack : t.comeBackLater} params={params} />
    </>
  );
}
