// Which allocation to put in from; those that cannot go in stand below, each with its reason.
import { useState } from 'preact/hooks';
import type { Allocation, Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { InsetText } from '../../components/inset-text.tsx';
import { Radios } from '../../components/radios.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { dayInYear, outcomeName, pounds } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { Say } from '../../text/sentence.tsx';
import { streamText } from '../../text/words.text.ts';
import { standingPence, type WhyNot, whyNot } from './put-in.rules.ts';
import { putInText as t } from './put-in.text.ts';

interface WhichProps {
  readonly pool: Pool;
  readonly allocations: readonly Allocation[];
  readonly from: string;
  readonly errors: readonly FieldError[];
  readonly onErrors: (errors: readonly FieldError[]) => void;
  readonly onChosen: (allocationId: string) => void;
}

const FIELD = 'from';

export function PutInWhich({ pool, allocations, from, errors, onErrors, onChosen }: WhichProps) {
  const possible = allocations.filter((one) => whyNot(one, pool) === undefined);
  const [first, ...rest] = possible;
  // A single one is chosen already.
  const [chosen, choose] = useState(from === '' && first && rest.length === 0 ? first.id : from);
  const others = allocations.flatMap((one) => {
    const why = whyNot(one, pool);
    return why ? [{ ...one, why }] : [];
  });
  const submit = (): void => {
    if (possible.some(({ id }) => id === chosen)) onChosen(chosen);
    else onErrors([{ field: FIELD, message: say(t.whichError) }]);
  };
  return (
    <>
      <StandingHere pool={pool} allocations={allocations} />
      {possible.length === 0 ? (
        <>
          <Say text={allocations.length === 0 ? t.noAllocations : t.none} />
          <Button href={`/pools/${pool.id}`} variant="secondary">
            {say(t.backToPool)}
          </Button>
        </>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Radios
            id={FIELD}
            name={FIELD}
            legend={say(t.which)}
            legendSize="m"
            error={errorOf(errors, FIELD)}
            value={chosen}
            onChange={choose}
            items={possible.map(({ id, stream, availablePence, endsOn }) => ({
              value: id,
              text: say(streamText[stream]),
              hint: say(t.available, { sum: pounds(availablePence), day: dayInYear(endsOn) }),
            }))}
          />
          <Button>{say(t.continue)}</Button>
        </form>
      )}
      {others.length > 0 && (
        <Details summary={say(t.others)} open={possible.length === 0}>
          <ul class="govuk-list govuk-list--spaced">
            {others.map((one) => (
              <li key={one.id}>
                <strong>{say(streamText[one.stream])}</strong>
                <br />
                {reason(one.why, one, pool)}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function reason(why: WhyNot, { outcomes, notYetAvailablePence }: Allocation, pool: Pool): string {
  switch (why) {
    case 'no-pooling':
      return say(t.noPooling);
    case 'no-outcome':
      return say(t.noOutcome, {
        theirs: outcomes.map(outcomeName).join(', '),
        ours: pool.outcomes.map(outcomeName).join(', '),
      });
    case 'nothing-yet':
      return say(t.nothingYet, { sum: pounds(notYetAvailablePence) });
    case 'nothing':
      return say(t.nothing);
  }
}

/** What already goes in by itself, with the way to change or stop it. */
function StandingHere({ pool, allocations }: { readonly pool: Pool; readonly allocations: readonly Allocation[] }) {
  return (
    <>
      {allocations
        .filter((one) => standingPence(one, pool.id) > 0)
        .map((one) => (
          <InsetText key={one.id}>
            <Say
              text={t.standingNow}
              params={{ sum: pounds(standingPence(one, pool.id)), stream: say(streamText[one.stream]) }}
            />
            <a class="govuk-link" href={`/pools/${pool.id}/put-in?step=standing&from=${one.id}`}>
              {say(t.changeOrStop)}
            </a>
          </InsetText>
        ))}
    </>
  );
}
