// Asks what a pool is for. It offers the outcomes of my own allocations, so that their money can be put in.
import { useLoad } from '../../api/load.ts';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { Input } from '../../components/input.tsx';
import { Say } from '../../components/say.tsx';
import { errorOf } from '../../shell/errors.ts';
import type { FieldsProps } from '../../shell/flow.ts';
import { shellText } from '../../shell/shell.text.ts';
import { outcomeName } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { streamText } from '../../text/words.text.ts';
import { startPoolText as t } from './start-pool.text.ts';
import type { StartDraft } from './start-pool-draft.ts';

export function OutcomesQuestion({ draft, change, errors }: FieldsProps<StartDraft>) {
  const allocations = useLoad('GET /v1/allocations', {});
  if (allocations.state === 'loading')
    return (
      <p class="govuk-body" role="status">
        {say(shellText.loading)}
      </p>
    );
  // Without the list, for instance because a supporter may not see it, the question can still be answered in words.
  const mine = allocations.state === 'ready' ? allocations.value.items.filter((item) => item.pooling) : [];
  const offered = [...new Set(mine.flatMap((item) => item.outcomes))].sort();
  const streamsFor = (outcome: string): string =>
    [
      ...new Set(mine.filter((item) => item.outcomes.includes(outcome)).map((item) => say(streamText[item.stream]))),
    ].join(', ');
  // With one stream only there is nothing to tell apart.
  const hasStreams = new Set(mine.map((item) => item.stream)).size > 1;
  const error = errorOf(errors, 'outcomes');
  const hasOffered = offered.length > 0;
  return (
    <>
      <Say text={hasOffered ? t.outcomesAbout : t.outcomesNone} />
      {hasOffered && (
        <Checkboxes
          id="outcomes"
          name="outcomes"
          legend={say(t.outcomesLegend)}
          legendSize="m"
          hint={say(t.outcomesHint)}
          error={error}
          items={offered.map((outcome) => ({
            value: outcome,
            text: outcomeName(outcome),
            hint: hasStreams && streamsFor(outcome),
          }))}
          values={draft.outcomes}
          onChange={(outcomes) => change({ outcomes })}
        />
      )}
      <Input
        id={hasOffered ? 'others' : 'outcomes'}
        name="others"
        label={say(t.othersLabel)}
        hint={say(t.othersHint)}
        error={hasOffered ? undefined : error}
        autocomplete="off"
        value={draft.others}
        onInput={(others) => change({ others })}
      />
    </>
  );
}
