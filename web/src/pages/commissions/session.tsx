// /commissions/:id/sessions/:n: one session, and what each side can say about it.
import { useRoute } from 'preact-iso';
import { pounds } from '../../../../functions/kernel/money.ts';
import { type CommandState, useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import type { Commission, Session } from '../../api/types.ts';
import { Say } from '../../components/say.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { showOnNextPage } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { Loaded, NotFound } from '../../shell/states.tsx';
import { dayName, instant } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import type { Sentence, Words } from '../../text/texts.ts';
import { Attendance, useAttendance } from './attendance.tsx';
import type { SessionProps } from './commission-props.ts';
import { commissionWords } from './commission-words.text.ts';
import { sessionText as t } from './session.text.ts';
import { SessionForEnterprise } from './session-for-enterprise.tsx';
import { SessionForPool } from './session-for-pool.tsx';
import { SettleFields, type SettlementResult, useSettlementForm } from './settle.tsx';
import { StatementsAbout } from './statements.tsx';
import { SessionTag } from './status-tags.tsx';
import { thanksFor } from './thanks.ts';
import { type Side, useSide } from './who.ts';

export function SessionPage() {
  const { id = '', n = '' } = useRoute().params;
  const commission = useLoad('GET /v1/commissions/{id}', { params: { id } });
  return (
    <Loaded of={commission}>
      {(value) => {
        const session = value.sessions[Number(n) - 1];
        if (!session) return <NotFound />;
        return <OneSession key={n} commission={value} session={session} reload={commission.reload} />;
      }}
    </Loaded>
  );
}

function OneSession({ commission, session, reload }: SessionProps & { readonly reload: () => void }) {
  const { id, title, sessions } = commission;
  const { n, on, time, status } = session;
  const side = useSide(commission);
  const after = (words: Words): void => {
    showOnNextPage(say(words));
    reload();
  };
  const confirm = useCommand(
    'POST /v1/commissions/{id}/sessions/{n}/confirmation',
    `confirm ${id} ${n}`,
    (confirmed) => {
      showOnNextPage(thanksFor(confirmed.sessions[n - 1]));
      reload();
    },
  );
  const dispute = useCommand('POST /v1/commissions/{id}/sessions/{n}/dispute', `dispute ${id} ${n}`, () =>
    after(t.wrongDone),
  );
  const deliver = useCommand('POST /v1/commissions/{id}/sessions/{n}/delivery', `deliver ${id} ${n}`, () =>
    after(commissionWords.delivered),
  );
  const cancel = useCommand('POST /v1/commissions/{id}/sessions/{n}/cancellation', `cancel ${id} ${n}`, () =>
    after(t.cancelDone),
  );
  const attendance = useAttendance(commission, session, after);
  const settle = useSettlementForm(commission, session, side, (settled: SettlementResult) =>
    after(settledWords(side, settled.sessions[n - 1])),
  );
  const commands: readonly CommandState[] = [confirm, dispute, attendance, deliver, cancel, settle.command];
  return (
    <Page
      title={say(t.title, { day: dayName(on), time })}
      caption={say(t.caption, { title, n, all: sessions.length })}
      back={{ href: `/commissions/${id}`, label: say(t.back, { title }) }}
      commands={commands}
      errors={settle.errors}
      words={['session', 'enterprise', 'held', 'pool']}
    >
      <p class="govuk-body">
        <SessionTag status={status} />
      </p>
      <Say text={stateOf(commission, session)} params={{ when: instant(session.releasesAt ?? commission.answerBy) }} />
      <Money session={session} isPool={side === 'pool'} />
      <StatementsAbout commission={commission} n={n} />
      {side === 'pool' && (
        <SessionForPool commission={commission} session={session} confirm={confirm} dispute={dispute} />
      )}
      {side === 'pool' && <Attendance commission={commission} session={session} command={attendance} />}
      {side === 'enterprise' && (
        <SessionForEnterprise commission={commission} session={session} deliver={deliver} cancel={cancel} />
      )}
      {status === 'disputed' && (side !== 'pool' || session.mySharePence !== undefined) && (
        <SettleFields session={session} side={side} form={settle} />
      )}
    </Page>
  );
}

function settledWords(side: Side, session: Session | undefined): Words {
  if (session?.status === 'disputed') return t.payDone;
  return side === 'referee' ? t.payDecided : t.paySettled;
}

function stateOf(commission: Commission, { status, funded }: Session): Sentence {
  if (status !== 'planned') return t[status];
  if (commission.status === 'requested') return t.requested;
  return funded ? t.planned : t.plannedNotFunded;
}

function Money({
  session: { pricePence, paidPence, mySharePence, status, coming },
  isPool,
}: {
  session: Session;
  isPool: boolean;
}) {
  const isNothing = status === 'cancelled' || status === 'not-funded';
  return (
    <>
      {isPool && mySharePence === undefined && <Say text={coming === false ? t.notComing : t.notMine} />}
      <SummaryList
        rows={[
          { key: say(t.price), value: pounds(pricePence) },
          ...(paidPence === undefined ? [] : [{ key: say(t.paid), value: pounds(paidPence) }]),
          ...(mySharePence === undefined || isNothing
            ? []
            : [{ key: say(status === 'released' ? t.myPart : t.myShare), value: pounds(mySharePence) }]),
        ]}
      />
    </>
  );
}
