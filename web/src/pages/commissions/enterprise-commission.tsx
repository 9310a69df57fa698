// A commission as the enterprise that runs it sees it: answer the request, what is next, who comes and what they need.

import { pounds } from '../../../../functions/kernel/money.ts';
import { type Command, type CommandState, useCommand } from '../../api/command.ts';
import type { Commission } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { showOnNextPage } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { dayName, instant } from '../../text/format.ts';
import { say, sayCount } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { accessText } from '../../text/words.text.ts';
import { commissionText } from './commission.text.ts';
import type { CommissionProps } from './commission-props.ts';
import { commissionWords } from './commission-words.text.ts';
import { enterpriseCommissionText as t } from './enterprise-commission.text.ts';
import { NextForEnterprise } from './next-for-enterprise.tsx';
import { ReasonForm } from './reason-form.tsx';
import { SessionsList } from './sessions-list.tsx';
import { StatementsAbout } from './statements.tsx';
import { CommissionTag } from './status-tags.tsx';

/** Statuses that are worded differently for the enterprise. */
const ownTag: Readonly<Partial<Record<Commission['status'], Words>>> = {
  requested: t.tagRequested,
  refused: t.tagRefused,
  expired: t.tagExpired,
};

export function EnterpriseCommission({ commission, reload }: CommissionProps) {
  const { id, title, poolName, enterpriseId, status, sessions } = commission;
  const next = sessions.find((session) => session.status === 'planned');
  const after = (words: Words) => (): void => {
    showOnNextPage(say(words));
    reload();
  };
  const accept = useCommand('POST /v1/commissions/{id}/acceptance', `accept ${id}`, after(t.accepted1));
  const refuse = useCommand('POST /v1/commissions/{id}/refusal', `refuse ${id}`, after(t.refused1));
  const deliver = useCommand(
    'POST /v1/commissions/{id}/sessions/{n}/delivery',
    `deliver ${id} ${next?.n ?? ''}`,
    after(commissionWords.delivered),
  );
  const cancel = useCommand('POST /v1/commissions/{id}/cancellation', `cancel ${id}`, after(t.cancelDone));
  const commands: readonly CommandState[] = [accept, refuse, deliver, cancel];
  return (
    <Page
      title={title}
      caption={say(t.caption, { pool: poolName })}
      back={{ href: `/my-enterprises/${enterpriseId}`, label: say(commissionText.toEnterprise) }}
      commands={commands}
      words={['pool', 'session', 'held']}
    >
      <p class="govuk-body">
        <CommissionTag status={status} {...(ownTag[status] ? { words: ownTag[status] } : {})} />
      </p>
      <Say text={t[status]} params={{ pool: poolName, when: instant(commission.answerBy) }} />
      {status === 'accepted' && <NextForEnterprise commission={commission} next={next} deliver={deliver} />}
      <Facts commission={commission} />
      {status === 'requested' && <Answer id={id} accept={accept} refuse={refuse} />}
      <StatementsAbout commission={commission} />
      <SessionsList commission={commission} />
      {status === 'accepted' && next && (
        <ReasonForm
          id="cancel-reason"
          heading={t.cancelHeading}
          explained={t.cancelExplained}
          button={t.cancel}
          command={cancel}
          onSend={(body) => cancel.send({ params: { id }, body })}
        />
      )}
    </Page>
  );
}

interface AnswerProps {
  readonly id: string;
  readonly accept: Command<'POST /v1/commissions/{id}/acceptance'>;
  readonly refuse: Command<'POST /v1/commissions/{id}/refusal'>;
}

function Answer({ id, accept, refuse }: AnswerProps) {
  const send = (event: Event): void => {
    event.preventDefault();
    accept.send({ params: { id }, body: {} });
  };
  return (
    <section class="kitty-section" aria-labelledby="answer">
      <h2 class="govuk-heading-m" id="answer">
        {say(t.answerHeading)}
      </h2>
      <Say text={t.answerExplained} />
      <form onSubmit={send} noValidate>
        <Button class="kitty-button--big">{say(accept.state === 'sending' ? shellText.sending : t.accept)}</Button>
      </form>
      <ReasonForm
        id="refuse-reason"
        heading={t.refuse}
        explained={t.refuseExplained}
        button={t.refuseHeading}
        command={refuse}
        onSend={(body) => refuse.send({ params: { id }, body })}
      />
    </section>
  );
}

function SessionDates({ sessions }: Pick<Commission, 'sessions'>) {
  const [first] = sessions;
  const last = sessions.at(-1);
  if (!first || !last) return null;
  const params = { day: dayName(first.on), time: first.time, last: dayName(last.on) };
  return <>{sayCount(sessions.length, t.whenOne, t.whenMany, params)}</>;
}

const accessNeedWords = new Map<string, Words>(Object.entries(accessText));

/** A need that is not in the list is shown as it is. */
const needWords = (need: string): string => {
  const words = accessNeedWords.get(need);
  return words ? say(words) : need.replaceAll('-', ' ');
};

function Facts({ commission }: { readonly commission: Commission }) {
  const { priceModel, pricePence, people, accessNeeds = [], earnedPence, cancellation, sessions } = commission;
  const { hours, chargePercent } = cancellation;
  const isCharged = hours > 0 && chargePercent > 0;
  return (
    <SummaryList
      rows={[
        {
          key: say(t.price),
          value: say(priceModel === 'per-person' ? t.pricePerson : t.priceEach, { price: pounds(pricePence) }),
        },
        { key: say(t.when), value: <SessionDates sessions={sessions} /> },
        { key: say(t.people), value: String(people) },
        {
          key: say(t.needs),
          value:
            accessNeeds.length === 0 ? (
              say(t.noNeeds)
            ) : (
              <ul class="govuk-list">
                {accessNeeds.map((need) => (
                  <li key={need}>{needWords(need)}</li>
                ))}
              </ul>
            ),
        },
        {
          key: say(t.terms),
          value: isCharged ? say(t.termsCharge, { percent: chargePercent, hours }) : say(t.termsNone),
        },
        { key: say(t.earned), value: pounds(earnedPence) },
      ]}
    />
  );
}
