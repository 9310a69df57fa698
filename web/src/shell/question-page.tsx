// A page that asks one question of a form, and the page that shows all answers before they are sent.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type CommandState, isUnderWay } from '../api/command.ts';
import { Button } from '../components/button.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { say } from '../text/say.ts';
import type { FieldError } from './errors.ts';
import type { FlowPage } from './flow.ts';
import type { HardWord } from './hard-words.tsx';
import { Page } from './page.tsx';
import { questionPageText as t } from './question-page.text.ts';
import { shellText } from './shell.text.ts';
import { Loading } from './states.tsx';

interface QuestionPageProps {
  readonly flow: FlowPage;
  readonly title: string;
  readonly caption: string;
  readonly words?: readonly HardWord[];
  /** What the form sends at its end, where it may still be under way from before. */
  readonly command?: CommandState;
  readonly children: (errors: readonly FieldError[]) => ComponentChildren;
  /** Over the question. */
  readonly above?: ComponentChildren;
  /** Under the button. */
  readonly below?: ComponentChildren;
}

/** Give it the question as its key, so that each is a page of its own. */
export function QuestionPage({ flow, title, caption, words = [], command, children, above, below }: QuestionPageProps) {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  if (flow.isFinished) return <Loading />;
  return (
    <Page
      title={title}
      caption={caption}
      back={flow.back}
      errors={errors}
      words={words}
      commands={command ? [command] : []}
    >
      {above}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const found = flow.mistakes();
          setErrors(found);
          if (found.length === 0) flow.goOn();
        }}
      >
        {children(errors)}
        <Button>{say(t.goOn)}</Button>
      </form>
      {below}
    </Page>
  );
}

interface CheckedAnswer {
  readonly key: string;
  readonly value: ComponentChildren;
  /** Left out where there is nothing to change. */
  readonly changeHref?: string;
}

interface CheckPageProps {
  readonly flow: FlowPage;
  readonly title?: string;
  readonly caption: string;
  readonly words?: readonly HardWord[];
  readonly answers?: readonly CheckedAnswer[];
  readonly command: CommandState;
  readonly sendText: string;
  readonly sendIsBig?: boolean;
  readonly onSend: () => void;
  /** Between the answers and the button. */
  readonly children?: ComponentChildren;
  /** Under the button. */
  readonly below?: ComponentChildren;
}

export function CheckPage({
  flow,
  title = say(t.check),
  caption,
  words = [],
  answers = [],
  command,
  sendText,
  sendIsBig = false,
  onSend,
  children,
  below,
}: CheckPageProps) {
  if (flow.isFinished) return <Loading />;
  return (
    <Page title={title} caption={caption} back={flow.back} words={words} commands={[command]}>
      {answers.length > 0 && (
        <SummaryList
          rows={answers.map(({ key, value, changeHref }) => ({
            key,
            value,
            actions: changeHref === undefined ? [] : [{ href: changeHref, text: say(t.change), hiddenText: key }],
          }))}
        />
      )}
      {children}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        <Button class={sendIsBig ? 'kitty-button--big' : undefined}>
          {isUnderWay(command) ? say(shellText.sending) : sendText}
        </Button>
      </form>
      {below}
    </Page>
  );
}
