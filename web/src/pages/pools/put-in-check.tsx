// What is about to be put in, to look at once more; then it is sent.
import type { Command } from '../../api/command.ts';
import type { Allocation, Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Page } from '../../shell/page.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { pounds } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { Say } from '../../text/sentence.tsx';
import { streamText } from '../../text/words.text.ts';
import { putInText as t } from './put-in.text.ts';

interface CheckProps {
  readonly pool: Pool;
  readonly allocation: Allocation;
  readonly pence: number;
  readonly mayRepeat: boolean;
  readonly isStanding: boolean;
  readonly command: Command<'POST /v1/pools/{id}/contributions'>;
}

export function PutInCheck({ pool, allocation, pence, mayRepeat, isStanding, command }: CheckProps) {
  const step = (name: string): string => `/pools/${pool.id}/put-in?step=${name}`;
  const isUnderWay = command.state === 'sending' || command.state === 'checking';
  const row = (key: string, value: string, href?: string) => ({
    key,
    value,
    actions: href === undefined ? [] : [{ href, text: say(t.change), hiddenText: key }],
  });
  return (
    <Page
      key="check"
      title={say(t.checkTitle)}
      caption={pool.name}
      back={{ href: step(mayRepeat ? 'how-often' : 'how-much') }}
      commands={[command]}
      words={['instalment', 'free', 'session']}
    >
      <SummaryList
        rows={[
          row(say(t.from), say(streamText[allocation.stream]), `/pools/${pool.id}/put-in`),
          row(say(t.amount), pounds(pence), step('how-much')),
          ...(mayRepeat ? [row(say(t.often), say(isStanding ? t.standing : t.once), step('how-often'))] : []),
        ]}
      />
      <Say text={t.afterwards} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const body = { allocationId: allocation.id, amountPence: pence, standing: isStanding };
          command.send({ params: { id: pool.id }, body });
        }}
      >
        <Button>{isUnderWay ? say(shellText.sending) : say(t.send, { sum: pounds(pence) })}</Button>
      </form>
    </Page>
  );
}
