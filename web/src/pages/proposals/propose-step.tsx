// One question about what is proposed: how many sessions, when, how often, how much to set aside, a note.
import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { Input } from '../../components/input.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { Page } from '../../shell/page.tsx';
import { say } from '../../text/say.ts';
import { Say } from '../../text/sentence.tsx';
import { type Mistake, mistakesIn, type ProposalDraft, type Step, sessionsOf } from './proposal-draft.ts';
import { proposeText as t } from './propose.text.ts';
import { Ahead, Often } from './propose-more.tsx';
import type { ProposeProps } from './proposing.ts';

interface StepProps extends ProposeProps {
  readonly step: Step;
  readonly draft: ProposalDraft;
  readonly change: (changes: Partial<ProposalDraft>) => void;
  readonly back: string;
  readonly onDone: () => void;
}

const titles = {
  sessions: t.sessionsTitle,
  start: t.startTitle,
  often: t.oftenTitle,
  ahead: t.aheadTitle,
  note: t.noteTitle,
  check: t.checkTitle,
} as const;

const wrong = {
  sessions: t.sessionsWrong,
  day: t.dayWrong,
  time: t.timeWrong,
  everyOther: t.otherWrong,
  aheadSome: t.aheadWrong,
  note: t.noteWrong,
} as const satisfies Record<Mistake, unknown>;

/** A day that still lies ahead, as an example of how to write one. */
const exampleDay = (): string => {
  const day = new Date(Date.now() + 21 * 86_400_000);
  return `${day.getDate()} ${day.getMonth() + 1} ${day.getFullYear()}`;
};

export function ProposeStep({ pool, offer, step, draft, change, back, onDone }: StepProps) {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const params = { n: sessionsOf(draft) ?? 1, example: exampleDay() };
  const next = (event: Event): void => {
    event.preventDefault();
    const found = mistakesIn(draft, step).map((field) => ({ field, message: say(wrong[field], params) }));
    setErrors(found);
    if (found.length === 0) onDone();
  };
  return (
    <Page
      title={say(titles[step])}
      caption={say(t.caption, { pool: pool.name, offer: offer.title })}
      back={{ href: back }}
      errors={errors}
      words={['session', 'proposal', 'pool']}
    >
      <form onSubmit={next} noValidate>
        <Question step={step} draft={draft} change={change} errors={errors} votingDays={pool.agreement.votingDays} />
        <Button>{say(t.next)}</Button>
      </form>
    </Page>
  );
}

interface QuestionProps extends Pick<StepProps, 'step' | 'draft' | 'change'> {
  readonly errors: readonly FieldError[];
  readonly votingDays: number;
}

function Question({ step, draft, change, errors, votingDays }: QuestionProps) {
  const field = (id: Mistake) => ({ id, name: id, error: errorOf(errors, id) });
  switch (step) {
    case 'sessions':
      return (
        <Input
          {...field('sessions')}
          label={say(t.sessionsTitle)}
          labelClass="govuk-visually-hidden"
          hint={say(t.sessionsHint)}
          inputMode="numeric"
          width={3}
          value={draft.sessions}
          onInput={(sessions) => change({ sessions })}
        />
      );
    case 'start':
      return (
        <>
          <Say text={t.startExplained} params={{ n: votingDays }} />
          <DateInput
            {...field('day')}
            legend={say(t.dayLegend)}
            legendSize="s"
            hint={say(t.dayHint, { example: exampleDay() })}
            value={draft.day}
            onInput={(day) => change({ day })}
          />
          <Input
            {...field('time')}
            label={say(t.timeLabel)}
            labelSize="s"
            hint={say(t.timeHint)}
            type="time"
            width={10}
            value={draft.time}
            onInput={(time) => change({ time })}
          />
        </>
      );
    case 'often':
      return <Often draft={draft} change={change} errors={errors} />;
    case 'ahead':
      return <Ahead draft={draft} change={change} errors={errors} />;
    case 'note':
      return (
        <Textarea
          {...field('note')}
          label={say(t.noteLabel)}
          hint={say(t.noteHint)}
          value={draft.note}
          onInput={(note) => change({ note })}
        />
      );
    case 'check':
      return null;
  }
}
