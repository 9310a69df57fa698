// A form that asks one question a page: the step that the address names, the way on and back, and what is typed so far.
import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { useDraft } from './draft.ts';
import type { FieldError } from './errors.ts';
import { type Step, stepAfter, stepBefore, stepToShow } from './steps.ts';

interface FlowOptions<Draft extends object, Question extends string> {
  /** The name under which what is typed is kept in this tab. */
  readonly draftName: string;
  readonly empty: Draft;
  /** Answers given in the address; they replace kept ones. */
  readonly given?: Partial<Draft>;
  /** What is asked, in order; it may depend on the answers so far. */
  readonly questionsFor: (draft: Draft) => readonly Question[];
  /** What is wrong with the answer to a question; nothing when it is answered. */
  readonly mistakesIn: (draft: Draft, question: Question) => readonly FieldError[];
  /** Where the first page leads back to. */
  readonly home: string;
  /** `check` where everything is answered from the start: an address that names no step then shows all answers. */
  readonly start?: 'check';
}

/** What a page of the form needs of it. */
export interface FlowPage {
  readonly back: { readonly href: string };
  /** What is wrong with the answer on this page. */
  mistakes(): readonly FieldError[];
  /** To the next question, or back to the answers when one of them was being changed. */
  goOn(): void;
  /** Everything is sent, and another page is about to open. */
  readonly isFinished: boolean;
}

export interface Flow<Draft extends object, Question extends string> extends FlowPage {
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
  readonly questions: readonly Question[];
  readonly step: Step<Question>;
  goTo(step: Step<Question>): void;
  /** To one question and from there back to the answers. */
  changeHref(question: Question): string;
  /** Forgets what was typed, after it was sent. */
  finish(): void;
}

/** What the fields of a question need: what is typed so far, how to change it, and what is wrong with it. */
export interface FieldsProps<Draft extends object> {
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
  readonly errors: readonly FieldError[];
}

export function useFlow<Draft extends object, Question extends string>({
  draftName,
  empty,
  given = {},
  questionsFor,
  mistakesIn,
  home,
  start,
}: FlowOptions<Draft, Question>): Flow<Draft, Question> {
  // The route's own address: while another page loads, the window's address is already that one's.
  const { path, query } = useRoute();
  const { route } = useLocation();
  const [draft, change, forget] = useDraft(draftName, empty, given);
  const [isFinished, setFinished] = useState(false);
  const questions = questionsFor(draft);
  const step = stepToShow(
    questions,
    (question) => mistakesIn(draft, question).length === 0,
    query.step,
    start ?? questions[0] ?? 'check',
  );
  const hrefOf = (to: Step<Question>): string => `${path}?step=${to}`;
  const isChange = query.then === 'check' && step === query.step;
  const before = step === start ? undefined : isChange ? 'check' : stepBefore(questions, step);
  return {
    draft,
    change,
    questions,
    step,
    back: { href: before === undefined ? home : hrefOf(before) },
    mistakes: () => (step === 'check' ? [] : mistakesIn(draft, step)),
    goOn() {
      // Keeps an answer that was given in the address, where nothing had to be typed.
      change({});
      route(hrefOf(isChange ? 'check' : stepAfter(questions, step)));
    },
    goTo: (to) => route(hrefOf(to)),
    changeHref: (question) => `${hrefOf(question)}&then=check`,
    isFinished,
    finish() {
      setFinished(true);
      forget();
    },
  };
}
