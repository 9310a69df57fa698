// /my-enterprises: requests that wait for an answer first, then the enterprises that I run.

import type { Answer } from '../../api/api.ts';
import { today } from '../../api/clock.ts';
import { useLoad } from '../../api/load.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { dayName } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { type AllWork, useAllWork } from './all-work.ts';
import { myEnterprisesText as t } from './my-enterprises.text.ts';
import { RequestCard } from './request-card.tsx';
import { requestsOf, sessionsOf, type Work } from './work.ts';

type MyEnterpriseList = Answer<'GET /v1/enterprises'>['items'];

export function MyEnterprises() {
  const enterprises = useLoad('GET /v1/enterprises', {});
  return (
    <Loaded of={enterprises}>
      {({ items }) => (items.length === 0 ? <NoEnterprises /> : <EnterprisesWithWork mine={items} />)}
    </Loaded>
  );
}

const NoEnterprises = () => (
  <Page title={say(t.title)} words={['enterprise', 'offer']}>
    <div class="kitty-empty">
      <Say text={t.none} />
      <Button href="/my-enterprises/new">{say(t.register)}</Button>
    </div>
  </Page>
);

function EnterprisesWithWork({ mine }: { readonly mine: MyEnterpriseList }) {
  const work = useAllWork(mine.map(({ id }) => id));
  return <Loaded of={work}>{(all) => <Overview mine={mine} all={all} />}</Loaded>;
}

function Overview({ mine, all }: { readonly mine: MyEnterpriseList; readonly all: AllWork }) {
  const requests = requestsOf([...all.values()].flat());
  return (
    <Page title={say(t.title)} words={['enterprise', 'session']}>
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
      <h2 class="govuk-heading-m">{say(t.mine)}</h2>
      <ul class="kitty-cards">
        {mine.map((enterprise) => (
          <EnterpriseCard key={enterprise.id} enterprise={enterprise} work={all.get(enterprise.id) ?? []} />
        ))}
      </ul>
      <Button href="/my-enterprises/new" variant="secondary">
        {say(t.registerAnother)}
      </Button>
    </Page>
  );
}

interface EnterpriseCardProps {
  readonly enterprise: MyEnterpriseList[number];
  readonly work: readonly Work[];
}

function EnterpriseCard({ enterprise: { id, name, area }, work }: EnterpriseCardProps) {
  const now = today();
  const next = sessionsOf(work).find(
    ({ commission, on, status }) => commission.status === 'accepted' && status === 'planned' && on >= now,
  );
  return (
    <li class="kitty-card">
      <h3 class="kitty-card__title">
        <a class="govuk-link" href={`/my-enterprises/${id}`}>
          {name}
        </a>
      </h3>
      <p class="kitty-card__meta">{area}</p>
      {next ? (
        <Say
          text={t.next}
          params={{
            title: next.commission.title,
            pool: next.commission.poolName,
            day: dayName(next.on),
            time: next.time,
          }}
        />
      ) : (
        <Say text={t.noNext} />
      )}
      <p class="kitty-card__foot govuk-body">
        <a class="govuk-link" href={`/my-enterprises/${id}/calendar`}>
          {say(t.calendar)} <span class="govuk-visually-hidden">{say(t.of, { name })}</span>
        </a>
        <a class="govuk-link" href={`/my-enterprises/${id}/earnings`}>
          {say(t.earnings)} <span class="govuk-visually-hidden">{say(t.of, { name })}</span>
        </a>
      </p>
    </li>
  );
}
