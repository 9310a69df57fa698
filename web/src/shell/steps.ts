// The order of a form's questions: which one an address may open, and what comes before and after it. Pure.

/** After the last question all answers are shown, to be checked and sent. */
export type Step<Question extends string> = Question | 'check';

/**
 * The step that the address asks for, or the first question before it that is not answered yet.
 * `start` is the step of an address that names none.
 */
export function stepToShow<Question extends string>(
  questions: readonly Question[],
  isAnswered: (question: Question) => boolean,
  asked: string | undefined,
  start: Step<Question>,
): Step<Question> {
  const steps: readonly Step<Question>[] = [...questions, 'check'];
  const wanted = steps.find((step) => step === asked) ?? start;
  const before = questions.slice(0, steps.indexOf(wanted));
  return before.find((question) => !isAnswered(question)) ?? wanted;
}

export function stepAfter<Question extends string>(
  questions: readonly Question[],
  step: Step<Question>,
): Step<Question> {
  const steps: readonly Step<Question>[] = [...questions, 'check'];
  return steps[steps.indexOf(step) + 1] ?? 'check';
}

/** Undefined before the first question. */
export function stepBefore<Question extends string>(
  questions: readonly Question[],
  step: Step<Question>,
): Step<Question> | undefined {
  const steps: readonly Step<Question>[] = [...questions, 'check'];
  return steps[steps.indexOf(step) - 1];
}
