// The questions of a form, one a page: which one the address names, what comes next, and the way back.
import { useLocation, useRoute } from 'preact-iso';

export interface Steps<Step extends string> {
  readonly step: Step;
  /** The page before; undefined on the first. */
  readonly back: { readonly href: string } | undefined;
  /** To the next question, or back to the answers when one of them was being changed. */
  goOn(): void;
  goTo(step: Step): void;
  /** To one question and from there back to the answers. */
  changeHref(step: Step): string;
}

/** The last step shows all answers. `start` is shown when the address names none. */
export function useSteps<Step extends string>(steps: readonly [Step, ...Step[]], start: Step = steps[0]): Steps<Step> {
  // The route's own address: the window's is already another while the next page is being loaded.
  const { path, query } = useRoute();
  const { route } = useLocation();
  const step = steps.find((one) => one === query.step) ?? start;
  const at = steps.indexOf(step);
  const answers = steps.at(-1) ?? start;
  const hrefOf = (to: Step): string => `${path}?step=${to}`;
  const isChange = query.then === 'check';
  const before = isChange ? answers : step === start ? undefined : steps[at - 1];
  return {
    step,
    back: before === undefined ? undefined : { href: hrefOf(before) },
    goOn: () => route(hrefOf(isChange ? answers : (steps[at + 1] ?? answers))),
    goTo: (to) => route(hrefOf(to)),
    changeHref: (to) => `${hrefOf(to)}&then=check`,
  };
}
