// /privacy: what is kept, who sees it, how it is deleted, and what this browser keeps.

import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { say } from '../../text/say.ts';
import { Points } from './points.tsx';
import { privacyText as t } from './privacy.text.ts';

export const Privacy = () => (
  <Page title={say(t.title)} words={['pool', 'supporter', 'enterprise', 'funder']}>
    <Say text={t.lead} class="govuk-body-l" />
    <h2 class="govuk-heading-m">{say(t.keptTitle)}</h2>
    <Points texts={[t.keptPerson, t.keptNumber, t.keptMoney, t.keptGroup, t.keptNeeds, t.keptHelp]} />
    <Say text={t.notKept} />
    <h2 class="govuk-heading-m">{say(t.seesTitle)}</h2>
    <Points texts={[t.seesYou, t.seesMembers, t.seesEnterprise, t.seesFunder, t.seesBroker, t.seesSupporter]} />
    <h2 class="govuk-heading-m">{say(t.journalsTitle)}</h2>
    <Say text={t.journals} />
    <h2 class="govuk-heading-m">{say(t.browserTitle)}</h2>
    <Points texts={[t.noTracking, t.signInCookie, t.tab, t.easyReadKept, t.aloudKept]} />
    <h2 class="govuk-heading-m">{say(t.erasureTitle)}</h2>
    <Say text={t.erasure} />
    <Say text={t.rights} />
    <p class="govuk-body">
      <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">
        {say(t.ico)}
      </a>
    </p>
    <h2 class="govuk-heading-m">{say(t.whoTitle)}</h2>
    <Say text={t.who} />
  </Page>
);
