// What goes in by itself with every instalment: change it, or stop it.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { pounds } from '../../../../functions/kernel/money.ts';
import { isUnderWay, useCommand } from '../../api/command.ts';
import type { Allocation, Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Input } from '../../components/input.tsx';
import { InsetText } from '../../components/inset-text.tsx';
import { Say } from '../../components/say.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { penceOf, typedPounds } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { streamText } from '../../text/words.text.ts';
import { standingPence } from './put-in.rules.ts';
import { putInText as t } from './put-in.text.ts';

const FIELD = 'each';

export function PutInStanding({ pool, allocation }: { readonly pool: Pool; readonly allocation: Allocation }) {
  const { route } = useLocation();
  const now = standingPence(allocation, pool.id);
  const [typed, type] = useState(typedPounds(now));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const change = useStandingCommand(`standing ${pool.id} ${allocation.id}`);
  const stop = useStandingCommand(`stop ${pool.id} ${allocation.id}`);

  function useStandingCommand(name: string) {
    return useCommand('PUT /v1/pools/{id}/contributions/standing', name, () => {
      const pence = penceOf(typed) ?? 0;
      showOnNextPage(name.startsWith('stop') ? say(t.standingStopped) : say(t.standingChanged, { sum: pounds(pence) }));
      route(`/pools/${pool.id}`);
    });
  }

  const asked = (amountPence: number) => ({
    params: { id: pool.id },
    body: { allocationId: allocation.id, amountPence },
  });
  const submit = (): void => {
    const pence = penceOf(typed);
    setErrors(pence ? [] : [{ field: FIELD, message: say(t.standingError) }]);
    if (pence) change.send(asked(pence));
  };
  const { standingPaused } = pool.mine;
  const pause = useCommand('PUT /v1/pools/{id}/contributions/standing/pause', `pause ${pool.id}`, () => {
    showOnNextPage(say(standingPaused ? t.resumeDone : t.pauseDone));
    route(`/pools/${pool.id}`);
  });
  const isBusy = [change, stop, pause].some(isUnderWay);
  return (
    <Page
      key="standing"
      title={say(t.standingTitle)}
      caption={pool.name}
      back={{ href: `/pools/${pool.id}/put-in` }}
      errors={errors}
      commands={[change, stop, pause]}
      words={['instalment', 'pool']}
    >
      <Say text={t.standingNow} params={{ sum: pounds(now), stream: say(streamText[allocation.stream]) }} />
      {standingPaused && (
        <InsetText>
          <Say text={t.paused} />
        </InsetText>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Input
          id={FIELD}
          name={FIELD}
          label={say(t.howMuchEach)}
          labelSize="m"
          error={errorOf(errors, FIELD)}
          prefix={say(t.pound)}
          width={10}
          inputMode="decimal"
          autocomplete="off"
          value={typed}
          onInput={type}
        />
        <div class="govuk-button-group">
          <Button>{say(isBusy ? shellText.sending : t.saveStanding)}</Button>
          <Button type="button" variant="secondary" onClick={() => stop.send(asked(0))}>
            {say(isBusy ? shellText.sending : t.stopStanding)}
          </Button>
        </div>
      </form>
      <Say text={t.pauseHint} />
      <Button
        variant="secondary"
        onClick={() => pause.send({ params: { id: pool.id }, body: { paused: !standingPaused } })}
      >
        {say(isBusy ? shellText.sending : standingPaused ? t.resume : t.pause)}
      </Button>
    </Page>
  );
}
