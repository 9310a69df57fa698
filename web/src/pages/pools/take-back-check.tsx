// What is about to go back, to look at once more; then it is sent.
import type { Command } from '../../api/command.ts';
import type { Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Page } from '../../shell/page.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { pounds } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { streamName } from './stream-name.ts';
import { takeBackText as t } from './take-back.text.ts';

interface CheckProps {
  readonly pool: Pool;
  readonly lot: Pool['mine']['lots'][number];
  readonly pence: number;
  readonly command: Command<'POST /v1/pools/{id}/withdrawals'>;
}

export function TakeBackCheck({ pool, lot, pence, command }: CheckProps) {
  const form = `/pools/${pool.id}/take-back`;
  const isUnderWay = command.state === 'sending' || command.state === 'checking';
  return (
    <Page
      title={say(t.checkTitle)}
      caption={pool.name}
      back={{ href: form }}
      commands={[command]}
      words={['free', 'allocation']}
    >
      <SummaryList
        rows={[
          { key: say(t.from), value: streamName(lot.stream) },
          {
            key: say(t.amount),
            value: pounds(pence),
            actions: [{ href: form, text: say(t.change), hiddenText: say(t.amount) }],
          },
          { key: say(t.leaves), value: pounds(pool.mine.freePence - pence) },
        ]}
      />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const body = { lot: lot.lot, amountPence: pence };
          command.send({ params: { id: pool.id }, body });
        }}
      >
        <Button>{isUnderWay ? say(shellText.sending) : say(t.send, { sum: pounds(pence) })}</Button>
      </form>
    </Page>
  );
}
