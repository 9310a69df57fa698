// The progress of an import.
import { useEffect } from 'preact/hooks';
import { Say } from '../../components/say.tsx';
import { say } from '../../text/say.ts';
import type { Run } from './import-file.ts';
import { importsText as t } from './imports.text.ts';

export function ImportProgress({ run: { sentLines, file } }: { readonly run: Run }) {
  useEffect(() => {
    // Leaving the page would stop the import, so the browser asks first.
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);
  return (
    <div class="kitty-progress">
      <p class="govuk-body" role="status">
        {say(t.progress, { done: sentLines, all: file.lines.length })}
      </p>
      <progress aria-label={say(t.progressLabel)} value={sentLines} max={file.lines.length} />
      <Say text={t.stay} />
    </div>
  );
}
