// /my-enterprises/:id: requests to answer, the next sessions, the offers and what people read about the enterprise.
import { useRoute } from 'preact-iso';
import { addDays } from '../../../../functions/kernel/clock.ts';
import { today } from '../../api/clock.ts';
import { useLoad } from '../../api/load.ts';
import type { Enterprise } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Page } from '../../shell/page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { ChangeEnterprise } from './change-enterprise.tsx';
import { enterpriseText as t } from './enterprise.text.ts';
import { draftOfEnterprise, fieldsOf } from './enterprise-draft.ts';
import { enterpriseAnswer, fieldName } from './enterprise-fields.tsx';
import { OwnOffers } from './own-offers.tsx';
import { RequestCard } from './request-card.tsx';
import { SessionRow } from './session-row.tsx';
import { requestsOf, sessionsOf, type Work } from './work.ts';

const A_WEEK_DAYS = 7;

export function EnterprisePage() {
  const { params, query } = useRoute();
  const id = params.id ?? '';
  return query.change === undefined ? <ShowEnterprise key={id} id={id} /> : <ChangeEnterprise key={id} id={id} />;
}

function ShowEnterprise({ id }: { readonly id: string }) {
  const enterprise = useLoad('GET /v1/enterprises/{id}', { params: { id } });
  const work = useLoad('GET /v1/enterprises/{id}/commissions', { params: { id } });
  return (
    <Loaded of={enterprise}>
      {(mine) => <Loaded of={work}>{({ items }) => <Overview enterprise={mine} work={items} />}</Loaded>}
    </Loaded>
  );
}

interface OverviewProps {
  readonly enterprise: Enterprise;
  readonly work: readonly Work[];
}

function Overview({ enterprise, work }: OverviewProps) {
  const { id, name } = enterprise;
  const home = `/my-enterprises/${id}`;
  const draft = draftOfEnterprise(enterprise);
  return (
    <Page
      title={name}
      caption={say(t.caption)}
      back={{ href: '/my-enterprises', label: say(t.back) }}
      words={['enterprise', 'session', 'offer']}
    >
      <Requests work={work} />
      <ThisWeek work={work} />
      <div class="kitty-actions">
        <Button href={`${home}/calendar`}>{say(t.calendar)}</Button>
        <Button href={`${home}/earnings`} variant="secondary">
          {say(t.earnings)}
        </Button>
      </div>
      <OwnOffers enterprise={enterprise} />
      <section class="kitty-section" aria-labelledby="about">
        <h2 class="govuk-heading-m" id="about">
          {say(t.about)}
        </h2>
        <SummaryList
          rows={fieldsOf(draft).map((field) => ({ key: fieldName(field), value: enterpriseAnswer(field, draft) }))}
        />
        <Button href={`${home}?change=yes`} variant="secondary">
          {say(t.changeAbout)}
        </Button>
      </section>
    </Page>
  );
}

function Requests({ work }: { readonly work: readonly Work[] }) {
  const requests = requestsOf(work);
  return (
    <>
      <h2 class="govuk-heading-m">{say(t.requests)}</h2>
      {requests.length === 0 ? (
        <Say text={t.noRequests} />
      ) : (
        <ul class="kitty-cards">
          {requests.map((request) => (
            <RequestCard key={request.id} request={request} />
          ))}
        </ul>
      )}
    </>
  );
}

function ThisWeek({ work }: { readonly work: readonly Work[] }) {
  const now = today();
  const week = sessionsOf(work).filter(
    ({ commission, on, status }) =>
      commission.status === 'accepted' && status === 'planned' && on >= now && on < addDays(now, A_WEEK_DAYS),
  );
  return (
    <>
      <h2 class="govuk-heading-m">{say(t.week)}</h2>
      {week.length === 0 ? (
        <Say text={t.noWeek} />
      ) : (
        <ol class="kitty-sessions">
          {week.map((session, i) => (
            <SessionRow key={`${session.commission.id} ${session.n}`} session={session} isNext={i === 0} />
          ))}
        </ol>
      )}
    </>
  );
}
