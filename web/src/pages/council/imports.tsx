// /place/imports: sends a file of allocations in parts, and shows the result for every line.
import { useRef, useState } from 'preact/hooks';
import { useCommand } from '../../api/command.ts';
import { me } from '../../api/me.ts';
import { Say } from '../../components/say.tsx';
import type { FieldError } from '../../shell/errors.ts';
import { Page } from '../../shell/page.tsx';
import { NotFound } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { ChooseFile } from './choose-file.tsx';
import { type AllocationFile, afterPart, nextPart, type Run, startOf } from './import-file.ts';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { importsText as t } from './imports.text.ts';

export function Imports() {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [run, setRun] = useState<Run | undefined>();
  // The current run, for the callback of a command; the state above is what is drawn.
  const now = useRef<Run | undefined>(undefined);
  const command = useCommand('POST /v1/allocations/imports', 'import allocations', (answer) => {
    if (now.current) goOn(afterPart(now.current, answer));
  });

  function goOn(next: Run | undefined): void {
    now.current = next;
    setRun(next);
    const csv = next && nextPart(next);
    if (csv !== undefined) command.send({ body: csv });
  }

  function start(file: AllocationFile): void {
    setErrors([]);
    goOn(startOf(file));
  }

  if (me.value && !me.value.roles.includes('funder')) return <NotFound />;
  const isDone = run !== undefined && run.sentLines === run.file.lines.length;
  const isStopped = run !== undefined && command.state === 'refused';
  return (
    <Page
      title={say(t.title)}
      back={{ href: '/place', label: say(t.back) }}
      errors={errors}
      commands={[command]}
      words={['allocation', 'instalment', 'funder']}
    >
      {run === undefined && (
        <>
          <Say text={t.what} />
          <Say text={t.safe} />
          <ChooseFile errors={errors} setErrors={setErrors} onStart={start} />
        </>
      )}
      {run !== undefined && !isDone && !isStopped && <ImportProgress run={run} />}
      {run !== undefined && (isDone || isStopped) && (
        <ImportResult run={run} isStopped={isStopped} onAnother={() => goOn(undefined)} />
      )}
    </Page>
  );
}
