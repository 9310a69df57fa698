// Finds what my funding body granted to a person by the body's own reference, with a form to reduce it.
import { useState } from 'preact/hooks';
import { pounds } from '../../../../functions/kernel/money.ts';
import { useLoad } from '../../api/load.ts';
import type { GrantedAllocation } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Input } from '../../components/input.tsx';
import { Say } from '../../components/say.tsx';
import { errorOf } from '../../shell/errors.ts';
import { dayInYear } from '../../text/format.ts';
import { isKeyOf } from '../../text/is-key-of.ts';
import { say } from '../../text/say.ts';
import { streamText } from '../../text/words.text.ts';
import { findGrantedText as t } from './find-granted.text.ts';
import { ReduceForm } from './reduce-form.tsx';
import type { Reducing } from './reducing.ts';

export function FindGranted({ reducing }: { readonly reducing: Reducing }) {
  const [typed, setTyped] = useState('');
  // The number makes a second search for the same reference. Not in the address, which the browser would remember.
  const [asked, setAsked] = useState<{ ref: string; time: number } | undefined>();
  return (
    <section class="kitty-section" aria-labelledby="find-granted">
      <h2 class="govuk-heading-m" id="find-granted">
        {say(t.title)}
      </h2>
      <Say text={t.help} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const ref = typed.trim();
          reducing.choose(undefined);
          if (ref === '') return reducing.setErrors([{ field: 'person-ref', message: say(t.refMissing) }]);
          setAsked({ ref, time: (asked?.time ?? 0) + 1 });
        }}
      >
        <Input
          id="person-ref"
          name="person-ref"
          label={say(t.ref)}
          hint={say(t.refHint)}
          error={errorOf(reducing.errors, 'person-ref')}
          width={20}
          spellcheck={false}
          autocomplete="off"
          value={typed}
          onInput={setTyped}
        />
        <Button variant="secondary">{say(t.find)}</Button>
      </form>
      {asked && <FoundAllocations key={`${asked.time} ${reducing.count}`} personRef={asked.ref} reducing={reducing} />}
    </section>
  );
}

function FoundAllocations({ personRef, reducing }: { readonly personRef: string; readonly reducing: Reducing }) {
  const granted = useLoad('GET /v1/allocations/granted', { query: { personRef } });
  if (granted.state === 'loading')
    return (
      <p class="govuk-body" role="status">
        {say(t.looking)}
      </p>
    );
  // An unknown reference answers 404 or an empty list.
  const items = granted.state === 'ready' ? granted.value.items : [];
  if (granted.state !== 'ready' && granted.state !== 'not-found') return <Say text={t.failed} />;
  return (
    <>
      <div role="status">
        {items.length === 0 ? (
          <Say text={t.nothing} params={{ ref: personRef }} />
        ) : (
          <h3 class="govuk-heading-s">{say(t.found, { ref: personRef })}</h3>
        )}
      </div>
      <ul class="kitty-cards">
        {items.map((allocation) => (
          <Allocation key={allocation.id} allocation={allocation} reducing={reducing} />
        ))}
      </ul>
    </>
  );
}

interface AllocationProps {
  readonly allocation: GrantedAllocation;
  readonly reducing: Reducing;
}

function Allocation({ allocation, reducing }: AllocationProps) {
  const { id, stream, grantedPence, startsOn, endsOn, reductions } = allocation;
  const isChosen = reducing.allocation?.id === id;
  const name = isKeyOf(streamText, stream) ? say(streamText[stream]) : stream;
  return (
    <li class="kitty-card">
      <h4 class="kitty-card__title">{name}</h4>
      <p class="govuk-body">
        {say(t.granted, { amount: pounds(grantedPence), start: dayInYear(startsOn), end: dayInYear(endsOn) })}
      </p>
      {reductions.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {reductions.map(({ from, pence }) => (
            <li key={`${from} ${pence}`}>{say(t.reduction, { amount: pounds(pence), day: dayInYear(from) })}</li>
          ))}
        </ul>
      )}
      {isChosen ? (
        <ReduceForm reducing={reducing} />
      ) : (
        <Button type="button" variant="secondary" onClick={() => reducing.choose(allocation)}>
          {say(t.reduce)} <span class="govuk-visually-hidden">{name}</span>
        </Button>
      )}
    </li>
  );
}
