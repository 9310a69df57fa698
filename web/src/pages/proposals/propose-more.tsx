// The fields that are shown only for more than one session: how often, and how much money to hold at once.
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { Say } from '../../components/say.tsx';
import { errorOf } from '../../shell/errors.ts';
import type { FieldsProps } from '../../shell/flow.ts';
import { say } from '../../text/say.ts';
import { type ProposalDraft, sessionsOf } from './proposal-draft.ts';
import { proposeText as t } from './propose.text.ts';

export const HowOftenFields = ({ draft, change, errors }: FieldsProps<ProposalDraft>) => (
  <Radios
    id="every"
    name="every"
    legend={<span class="govuk-visually-hidden">{say(t.oftenTitle)}</span>}
    value={draft.every}
    onChange={(every) => change({ every })}
    items={[
      { value: '7', text: say(t.weekly) },
      { value: '14', text: say(t.fortnightly) },
      { value: '28', text: say(t.fourWeekly) },
      {
        value: 'other',
        text: say(t.other),
        conditional: (
          <Input
            id="everyOther"
            name="everyOther"
            label={say(t.otherLabel)}
            hint={say(t.otherHint)}
            error={errorOf(errors, 'everyOther')}
            inputMode="numeric"
            width={3}
            value={draft.everyOther}
            onInput={(everyOther) => change({ everyOther })}
          />
        ),
      },
    ]}
  />
);

export function HeldAheadFields({ draft, change, errors }: FieldsProps<ProposalDraft>) {
  const n = sessionsOf(draft) ?? 1;
  return (
    <>
      <Say text={t.aheadExplained} />
      <Radios
        id="ahead"
        name="ahead"
        legend={<span class="govuk-visually-hidden">{say(t.aheadTitle)}</span>}
        value={draft.ahead}
        onChange={(ahead) => change({ ahead })}
        items={[
          { value: 'all', text: say(t.aheadAll, { n }), hint: say(t.aheadAllHint) },
          {
            value: 'some',
            text: say(t.aheadSome),
            hint: say(t.aheadSomeHint),
            conditional: (
              <Input
                id="aheadSome"
                name="aheadSome"
                label={say(t.aheadLabel)}
                hint={say(t.aheadLabelHint, { n })}
                error={errorOf(errors, 'aheadSome')}
                inputMode="numeric"
                width={3}
                value={draft.aheadSome}
                onInput={(aheadSome) => change({ aheadSome })}
              />
            ),
          },
        ]}
      />
    </>
  );
}
