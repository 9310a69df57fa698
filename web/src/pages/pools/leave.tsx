// /pools/:id/leave: what leaving means for my money; then leaving, and what happened to the money.

import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { pounds } from '../../../../functions/kernel/money.ts';
import { type Command, isUnderWay, useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import type { DepartureResult, Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { Loaded } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { leaveText as t } from './leave.text.ts';
import { Left } from './left.tsx';
import { MembersOnly } from './members-only.tsx';

export function Leave() {
  const { params } = useRoute();
  const pool = useLoad('GET /v1/pools/{id}', { params: { id: params.id ?? '' } });
  return <Loaded of={pool}>{(found) => <LeaveSteps pool={found} />}</Loaded>;
}

function LeaveSteps({ pool }: { readonly pool: Pool }) {
  const [left, setLeft] = useState<DepartureResult | undefined>();
  const command = useCommand('POST /v1/pools/{id}/departure', `leave ${pool.id}`, setLeft);
  if (left) return <Left pool={pool} left={left} />;
  return (
    <MembersOnly pool={pool} title={t.title}>
      <LeaveQuestion pool={pool} command={command} />
    </MembersOnly>
  );
}

interface LeaveQuestionProps {
  readonly pool: Pool;
  readonly command: Command<'POST /v1/pools/{id}/departure'>;
}

function LeaveQuestion({ pool, command }: LeaveQuestionProps) {
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
      <Arithmetic pool={pool} />
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

function Arithmetic({ pool: { mine, agreement } }: { readonly pool: Pool }) {
  const { freePence, heldPence } = mine;
  const { noticeWeeks } = agreement;
  const params = { free: pounds(freePence), held: pounds(heldPence), n: noticeWeeks };
  const notice = noticeWeeks === 0 ? t.heldAtOnce : noticeWeeks === 1 ? t.heldOne : t.held;
  return (
    <>
      <Say text={t.intro} />
      <dl class="kitty-take">
        <div>
          <dt>{say(t.homeNow)}</dt>
          <dd>{pounds(freePence)}</dd>
        </div>
        <div>
          <dt>{say(t.stays)}</dt>
          <dd>{pounds(heldPence)}</dd>
        </div>
        <div class="kitty-take__total">
          <dt>{say(t.total)}</dt>
          <dd>{pounds(freePence + heldPence)}</dd>
        </div>
      </dl>
      <Say text={freePence > 0 ? t.home : t.nothingHome} params={params} />
      <Say text={heldPence > 0 ? notice : t.nothingHeld} params={params} />
      {heldPence > 0 && <Say text={t.others} />}
      <Say text={t.votes} />
      <Say text={t.comeBack} />
    </>
  );
}
