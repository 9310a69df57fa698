// The questions about what is proposed: how many sessions, when, how often, how much to set aside, a note.
import { today } from '../../api/clock.ts';
import { DateInput } from '../../components/date-input.tsx';
import { Input } from '../../components/input.tsx';
import { Say } from '../../components/say.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { errorOf } from '../../shell/errors.ts';
import type { FieldsProps } from '../../shell/flow.ts';
import { say } from '../../text/say.ts';
import type { Text } from '../../text/texts.ts';
import { exampleDay, type ProposalDraft, type Question, type WrongField } from './proposal-draft.ts';
import { proposeText as t } from './propose.text.ts';
import { HeldAheadFields, HowOftenFields } from './propose-more.tsx';

export const QUESTION_TITLES: Readonly<Record<Question, Text>> = {
  sessions: t.sessionsTitle,
  start: t.startTitle,
  often: t.oftenTitle,
  ahead: t.aheadTitle,
  note: t.noteTitle,
};

interface ProposeFieldsProps extends FieldsProps<ProposalDraft> {
  readonly question: Question;
  readonly votingDays: number;
}

export function ProposeFields({ question, draft, change, errors, votingDays }: ProposeFieldsProps) {
  const field = (id: WrongField) => ({ id, name: id, error: errorOf(errors, id) });
  switch (question) {
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
            hint={say(t.dayHint, { example: exampleDay(today()) })}
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
      return <HowOftenFields draft={draft} change={change} errors={errors} />;
    case 'ahead':
      return <HeldAheadFields draft={draft} change={change} errors={errors} />;
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
  }
}
