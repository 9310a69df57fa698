// /how-it-works: from pooling money to taking part, and what happens when something goes wrong.
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { say } from '../../text/say.ts';
import type { Sentence, Words } from '../../text/texts.ts';
import { howText as t } from './how-it-works.text.ts';

type Explanation = readonly [title: Words, text: Sentence];

const STEPS: readonly Explanation[] = [
  [t.startTitle, t.start],
  [t.putInTitle, t.putIn],
  [t.findTitle, t.find],
  [t.voteTitle, t.vote],
  [t.goTitle, t.go],
  [t.confirmTitle, t.confirm],
];
const QUESTIONS: readonly Explanation[] = [
  [t.wrongTitle, t.wrong],
  [t.moreTitle, t.more],
  [t.leaveTitle, t.leave],
  [t.helpTitle, t.help],
  [t.seesTitle, t.sees],
];
const OTHERS: readonly Explanation[] = [
  [t.enterpriseTitle, t.enterprise],
  [t.funderTitle, t.funder],
];

export const HowItWorks = () => (
  <Page title={say(t.title)} words={['pool', 'agreement', 'vote', 'session', 'enterprise', 'notice']}>
    <Say text={t.lead} class="govuk-body-l" />
    <h2 class="govuk-heading-m">{say(t.groupTitle)}</h2>
    <ol class="kitty-steps">
      {STEPS.map(([title, text]) => (
        <li key={title}>
          <Part title={title} text={text} />
        </li>
      ))}
    </ol>
    <div class="govuk-button-group">
      <Button href="/find">{say(t.findSomething)}</Button>
      <Button href="/start-a-pool" variant="secondary">
        {say(t.startPool)}
      </Button>
    </div>
    <section class="kitty-section">
      <h2 class="govuk-heading-m">{say(t.ifTitle)}</h2>
      {QUESTIONS.map(([title, text]) => (
        <Part key={title} title={title} text={text} />
      ))}
    </section>
    <section class="kitty-section">
      <h2 class="govuk-heading-m">{say(t.othersTitle)}</h2>
      {OTHERS.map(([title, text]) => (
        <Part key={title} title={title} text={text} />
      ))}
    </section>
  </Page>
);

const Part = ({ title, text }: { title: Words; text: Sentence }) => (
  <>
    <h3 class="govuk-heading-s">{say(title)}</h3>
    <Say text={text} />
  </>
);
