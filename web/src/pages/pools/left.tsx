// What happened to my money when I left.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { DepartureResult, Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { dayInYear } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { leaveText as t } from './leave.text.ts';

interface LeftProps {
  readonly pool: Pool;
  readonly left: DepartureResult;
}

export function Left({ pool, left: { returnedPence, stillHeldPence, endsOn } }: LeftProps) {
  const day = dayInYear(endsOn);
  return (
    <Page key="left" title={say(t.doneTitle, { name: pool.name })} words={['held', 'notice']}>
      <Say text={returnedPence > 0 ? t.returned : t.nothingReturned} params={{ sum: pounds(returnedPence) }} />
      <Say text={stillHeldPence > 0 ? t.stillHeld : t.noneHeld} params={{ sum: pounds(stillHeldPence), day }} />
      {pool.agreement.noticeWeeks > 0 && <Say text={t.seeUntil} params={{ day }} />}
      <div class="govuk-button-group">
        <Button href="/my-money">{say(t.toMoney)}</Button>
        <Button href="/my-pools" variant="secondary">
          {say(t.toPools)}
        </Button>
      </div>
    </Page>
  );
}
