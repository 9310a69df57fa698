// /accessibility: what makes Kitty usable, what was tested, what does not work yet, and how to get help.

import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { say } from '../../text/say.ts';
import { accessibilityText as t } from './accessibility.text.ts';
import { Points } from './points.tsx';

export const Accessibility = () => (
  <Page title={say(t.title)} words={['supporter']}>
    <Say text={t.lead} class="govuk-body-l" />
    <h2 class="govuk-heading-m">{say(t.canTitle)}</h2>
    <Points texts={[t.easyRead, t.aloud, t.keyboard, t.zoom, t.colours, t.time]} />
    <h2 class="govuk-heading-m">{say(t.helpTitle)}</h2>
    <Say text={t.help} />
    <Say text={t.supporter} />
    <Say text={t.report} />
    <h2 class="govuk-heading-m">{say(t.standardTitle)}</h2>
    <Say text={t.standard} />
    <h2 class="govuk-heading-m">{say(t.testedTitle)}</h2>
    <Points texts={[t.testedAxe, t.testedJourneys, t.testedSmall]} />
    <h2 class="govuk-heading-m">{say(t.problemsTitle)}</h2>
    <Points texts={[t.notPeople, t.typed, t.noBsl, t.voices, t.script]} />
    <h2 class="govuk-heading-m">{say(t.complainTitle)}</h2>
    <Say text={t.complain} />
    <p class="govuk-body">
      <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">
        {say(t.complainLink)}
      </a>
    </p>
    <Say text={t.when} />
  </Page>
);
