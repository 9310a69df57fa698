// The last page of putting money in: the answers to check and send.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { Command } from '../../api/command.ts';
import type { Allocation, Pool } from '../../api/types.ts';
import { Say } from '../../components/say.tsx';
import type { Flow } from '../../shell/flow.ts';
import { CheckPage } from '../../shell/question-page.tsx';
import { penceOf } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { streamText } from '../../text/words.text.ts';
import { putInText as t } from './put-in.text.ts';
import type { PutInDraft, Question } from './put-in-draft.ts';

interface CheckProps {
  readonly flow: Flow<PutInDraft, Question>;
  readonly pool: Pool;
  readonly allocation: Allocation;
  readonly isStanding: boolean;
  readonly command: Command<'POST /v1/pools/{id}/contributions'>;
}

export function PutInCheck({ flow, pool, allocation, isStanding, command }: CheckProps) {
  const pence = penceOf(flow.draft.amount) ?? 0;
  const answers = {
    which: { key: say(t.from), value: say(streamText[allocation.stream]) },
    'how-much': { key: say(t.amount), value: pounds(pence) },
    'how-often': { key: say(t.often), value: say(isStanding ? t.standing : t.once) },
  };
  const asked = flow.questions.map((question) => ({ ...answers[question], changeHref: flow.changeHref(question) }));
  return (
    <CheckPage
      flow={flow}
      title={say(t.checkTitle)}
      caption={pool.name}
      words={['instalment', 'free', 'session']}
      answers={flow.questions.includes('which') ? asked : [answers.which, ...asked]}
      command={command}
      sendText={say(t.send, { sum: pounds(pence) })}
      onSend={() =>
        command.send({
          params: { id: pool.id },
          body: { allocationId: allocation.id, amountPence: pence, standing: isStanding },
        })
      }
    >
      <Say text={t.afterwards} />
    </CheckPage>
  );
}
