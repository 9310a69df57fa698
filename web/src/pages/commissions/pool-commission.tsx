// A commission as a member of its pool sees it: what is next, what waits for me, all sessions, and what I can change.

import { pounds } from '../../../../functions/kernel/money.ts';
import { type CommandState, useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import type { Commission } from '../../api/types.ts';
import { Say } from '../../components/say.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { showOnNextPage } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { leavingOn, standingIn } from '../../shell/reader.ts';
import { instant } from '../../text/format.ts';
import { say, sayCount } from '../../text/say.ts';
import { CancelFields } from './cancel-fields.tsx';
import { useCancelForm } from './cancel-form.ts';
import { commissionText as t } from './commission.text.ts';
import type { CommissionProps } from './commission-props.ts';
import { commissionWords } from './commission-words.text.ts';
import { LimitFields, useLimitForm } from './limit.tsx';
import { NextForMe } from './next-for-me.tsx';
import { SessionsList } from './sessions-list.tsx';
import { StatementsAbout } from './statements.tsx';
import { CommissionTag } from './status-tags.tsx';
import { thanksFor } from './thanks.ts';
import { isActive, isToConfirm } from './who.ts';

/** For who has left the pool: they do not pay for what comes after their notice, even while its money is still set aside. */
const untilNotice = (commission: Commission, endsOn: string | undefined): Commission =>
  endsOn === undefined
    ? commission
    : {
        ...commission,
        sessions: commission.sessions.map((session) => {
          const { mySharePence: _, ...rest } = session;
          return session.status === 'planned' && session.on > endsOn ? rest : session;
        }),
      };

export function PoolCommission({ commission: read, reload }: CommissionProps) {
  const { id, title, poolName, poolId, status, people } = read;
  const pool = useLoad('GET /v1/pools/{id}', { params: { id: poolId } });
  const isMember = pool.state === 'ready' && standingIn(pool.value) === 'member';
  const commission = untilNotice(read, pool.state === 'ready' ? leavingOn(pool.value) : undefined);
  const waiting = commission.sessions.find(isToConfirm);
  const confirm = useCommand(
    'POST /v1/commissions/{id}/sessions/{n}/confirmation',
    `confirm ${id} ${waiting?.n ?? ''}`,
    (confirmed) => {
      showOnNextPage(thanksFor(confirmed.sessions.find(({ n }) => n === waiting?.n)));
      reload();
    },
  );
  const limit = useLimitForm(commission, reload);
  const cancel = useCancelForm(commission);
  const commands: readonly CommandState[] = [confirm, limit.command, cancel.command];
  const goesOn = isActive(commission);
  // A price for each person does not change with how many come.
  const hasLimit = commission.myUpToPence !== undefined && commission.priceModel === 'per-session';
  const coming = sayCount(people, commissionWords.comingOne, commissionWords.coming);
  return (
    <Page
      title={title}
      caption={poolName}
      back={{ href: `/pools/${poolId}`, label: say(t.toPool, { pool: poolName }) }}
      commands={commands}
      errors={[...limit.errors, ...cancel.errors]}
      words={['commission', 'session', 'enterprise', 'held', 'pool']}
    >
      <p class="govuk-body">
        <CommissionTag status={status} />
      </p>
      <Say text={t[status]} params={{ when: instant(commission.answerBy), people: coming }} />
      <NextForMe commission={commission} waiting={waiting} confirm={confirm} isMember={isMember} />
      <Facts commission={commission} />
      <StatementsAbout commission={commission} />
      <SessionsList commission={commission} />
      {goesOn && hasLimit && <LimitFields form={limit} />}
      {goesOn && isMember && <CancelFields commission={commission} form={cancel} />}
    </Page>
  );
}

function Facts({ commission }: Pick<CommissionProps, 'commission'>) {
  const { offerId, priceModel, pricePence, people, earnedPence, myUpToPence, sessions } = commission;
  const share = Math.max(...sessions.map(({ mySharePence }) => mySharePence ?? 0));
  const row = (key: string, value: string) => ({ key, value });
  return (
    <>
      {myUpToPence === undefined && <Say text={t.notComing} />}
      <SummaryList
        rows={[
          row(
            say(t.price),
            say(priceModel === 'per-person' ? t.pricePerson : t.priceEach, { price: pounds(pricePence) }),
          ),
          row(say(t.people), String(people)),
          ...(myUpToPence === undefined
            ? []
            : [
                row(say(t.myShare), pounds(share)),
                ...(priceModel === 'per-person' ? [] : [row(say(t.myLimit), pounds(myUpToPence))]),
              ]),
          row(say(t.paid), pounds(earnedPence)),
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`/offers/${offerId}`}>
          {say(t.offer)}
        </a>
      </p>
    </>
  );
}
