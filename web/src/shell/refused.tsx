// Says why a command was refused; takes the focus, like an error summary.
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../api/call.ts';
import { ErrorSummary } from '../components/error-summary.tsx';
import { say } from '../text/say.ts';
import type { Words } from '../text/texts.ts';

export function Refused({ problem }: { problem: Problem }) {
  const [sentence, setSentence] = useState<Words | undefined>();
  useEffect(() => {
    let gone = false;
    // The sentences are loaded only when something is refused.
    void import('./problems.text.ts').then(({ problemsText }) => {
      if (!gone) setSentence(problemsText[problem.code] ?? problemsText['went-wrong']);
    });
    return () => {
      gone = true;
    };
  }, [problem]);
  if (!sentence) return null;
  const fields = problem.errors?.map(({ field, detail }) => ({ href: `#${field}`, text: detail })) ?? [];
  return <ErrorSummary errors={[{ text: say(sentence) }, ...fields]} />;
}
