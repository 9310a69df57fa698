// An action that is easy to regret: behind a heading to open, with an explanation and an optional reason.
import { useState } from 'preact/hooks';
import type { CommandState } from '../../api/command.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { Say } from '../../components/say.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { say } from '../../text/say.ts';
import type { Sentence, Words } from '../../text/texts.ts';
import { commissionWords as t } from './commission-words.text.ts';

const MAX_REASON = 500;

/** On one line, as the API requires. */
export const oneLine = (typed: string): string => typed.replaceAll(/\s+/g, ' ').trim();

interface ReasonFormProps {
  readonly id: string;
  readonly heading: Words;
  readonly explained: Sentence;
  readonly button: Words;
  readonly command: CommandState;
  readonly onSend: (body: { reason?: string }) => void;
  readonly open?: boolean;
  /** The label of the reason, instead of “your reason”. */
  readonly label?: Words;
  readonly hint?: Words;
}

export function ReasonForm({ id, heading, explained, button, command, onSend, open, label, hint }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>();
  const send = (event: Event): void => {
    event.preventDefault();
    const line = oneLine(reason);
    const isLong = line.length > MAX_REASON;
    setError(isLong ? say(t.reasonLong) : undefined);
    if (!isLong) onSend(line === '' ? {} : { reason: line });
  };
  return (
    <Details summary={say(heading)} open={open}>
      <Say text={explained} />
      <form onSubmit={send} noValidate>
        <Textarea
          id={id}
          name="reason"
          label={say(label ?? t.reasonOptional)}
          hint={hint && say(hint)}
          error={error}
          rows={2}
          value={reason}
          onInput={setReason}
        />
        <Button variant="warning">{say(command.state === 'sending' ? shellText.sending : button)}</Button>
      </form>
    </Details>
  );
}
