// One question of a form on a page of its own, and the page that shows all answers before they are sent.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CommandState } from '../api/command.ts';
import { Button } from '../components/button.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { say } from '../text/say.ts';
import type { FieldError } from './errors.ts';
import type { HardWord } from './hard-words.tsx';
import { Page } from './page.tsx';
import { questionPageText as t } from './question-page.text.ts';
import { shellText } from './shell.text.ts';

interface QuestionPageProps {
  readonly title: string;
  readonly caption: string;
  readonly back: { readonly href: string };
  readonly words?: readonly HardWord[];
  /** What is wrong with what was typed, asked when it is sent. */
  readonly mistakes: () => readonly FieldError[];
  readonly onGood: () => void;
  readonly children: (errors: readonly FieldError[]) => ComponentChildren;
}

/** Give it the question as its key, so that each is a page of its own. */
export function QuestionPage({ mistakes, onGood, children, words = [], ...page }: QuestionPageProps) {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  return (
    <Page {...page} errors={errors} words={words}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const found = mistakes();
          setErrors(found);
          if (found.length === 0) onGood();
        }}
      >
        {children(errors)}
        <Button>{say(t.goOn)}</Button>
      </form>
    </Page>
  );
}

interface Answered {
  readonly key: string;
  readonly value: ComponentChildren;
  readonly changeHref: string;
}

interface CheckPageProps {
  readonly caption: string;
  readonly back: { readonly href: string };
  readonly answers: readonly Answered[];
  readonly command: CommandState;
  readonly sendText: string;
  readonly onSend: () => void;
  readonly children?: ComponentChildren;
}

export function CheckPage({ caption, back, answers, command, sendText, onSend, children }: CheckPageProps) {
  const isUnderWay = command.state === 'sending' || command.state === 'checking';
  return (
    <Page title={say(t.check)} caption={caption} back={back} commands={[command]}>
      <SummaryList
        rows={answers.map(({ key, value, changeHref }) => ({
          key,
          value,
          actions: [{ href: changeHref, text: say(t.change), hiddenText: key }],
        }))}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        <Button>{isUnderWay ? say(shellText.sending) : sendText}</Button>
      </form>
      {children}
    </Page>
  );
}
