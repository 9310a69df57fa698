// Which allocation to put money in from; below it those that cannot be used, each with the reason.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { Allocation, Pool } from '../../api/types.ts';
import { Details } from '../../components/details.tsx';
import { InsetText } from '../../components/inset-text.tsx';
import { Radios } from '../../components/radios.tsx';
import { Say } from '../../components/say.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { dayInYear, outcomeName } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { streamText } from '../../text/words.text.ts';
import { standingPence, type WhyNot, whyNot } from './put-in.rules.ts';
import { putInText as t } from './put-in.text.ts';

interface WhichProps {
  readonly possible: readonly Allocation[];
  readonly from: string;
  readonly errors: readonly FieldError[];
  readonly onChosen: (allocationId: string) => void;
}

export const PutInWhich = ({ possible, from, errors, onChosen }: WhichProps) => (
  <Radios
    id="from"
    name="from"
    legend={say(t.which)}
    legendSize="m"
    error={errorOf(errors, 'from')}
    value={from}
    onChange={onChosen}
    items={possible.map(({ id, stream, availablePence, endsOn }) => ({
      value: id,
      text: say(streamText[stream]),
      hint: say(t.available, { sum: pounds(availablePence), day: dayInYear(endsOn) }),
    }))}
  />
);

interface AllocationsProps {
  readonly pool: Pool;
  readonly allocations: readonly Allocation[];
}

/** Those that cannot go in, and why. */
export function PutInOthers({ pool, allocations, open }: AllocationsProps & { readonly open: boolean }) {
  const others = allocations.flatMap((one) => {
    const why = whyNot(one, pool);
    return why ? [{ ...one, why }] : [];
  });
  if (others.length === 0) return null;
  return (
    <Details summary={say(t.others)} open={open}>
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

/** The standing contribution, with a link to change or stop it. */
export const PutInAlready = ({ pool, allocations }: AllocationsProps) => (
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
