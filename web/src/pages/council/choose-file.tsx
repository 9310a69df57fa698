// Choosing or dropping the file to import, and the columns that it must have.
import { useState } from 'preact/hooks';
import { COLUMNS } from '../../../../functions/allocations/import-columns.ts';
import { Button } from '../../components/button.tsx';
import { FileUpload } from '../../components/file-upload.tsx';
import { Say } from '../../components/say.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { say, sayCount } from '../../text/say.ts';
import { DownloadLink } from './download-link.tsx';
import { type AllocationFile, EXAMPLE_CSV, readFile, textOf, type Unreadable } from './import-file.ts';
import { importsText as t } from './imports.text.ts';

interface ChooseFileProps {
  readonly errors: readonly FieldError[];
  readonly setErrors: (errors: readonly FieldError[]) => void;
  readonly onStart: (file: AllocationFile) => void;
}

function messageOf(unreadable: Unreadable): string {
  switch (unreadable.why) {
    case 'spreadsheet':
      return say(t.spreadsheet);
    case 'empty':
      return say(t.empty);
    case 'no-lines':
      return say(t.noLines);
    case 'long-lines':
      return say(t.longLines);
    case 'columns':
      return say(t.columns, { columns: unreadable.columns.join(', ') });
  }
}

export function ChooseFile({ errors, setErrors, onStart }: ChooseFileProps) {
  const [file, setFile] = useState<AllocationFile | undefined>();
  const [isOver, setOver] = useState(false);
  const refuse = (message: string): void => setErrors([{ field: 'file', message }]);

  async function take(chosen: File | undefined): Promise<void> {
    setFile(undefined);
    if (!chosen) return;
    const bytes = await chosen.arrayBuffer().catch(() => undefined);
    if (!bytes) return refuse(say(t.unreadable));
    const found = readFile(chosen.name, textOf(bytes));
    if ('why' in found) return refuse(messageOf(found));
    setErrors([]);
    setFile(found);
  }

  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (file) onStart(file);
          else if (errors.length > 0) setErrors([...errors]);
          else refuse(say(t.noFile));
        }}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the field in it does the same by keyboard. */}
        <div
          class={isOver ? 'kitty-drop kitty-drop--over' : 'kitty-drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            void take(event.dataTransfer?.files[0]);
          }}
        >
          <FileUpload
            id="file"
            name="file"
            label={say(t.file)}
            labelSize="m"
            hint={say(t.fileHint)}
            error={errorOf(errors, 'file')}
            accept=".csv,text/csv"
            onChange={([chosen]) => void take(chosen)}
          />
          <p class="govuk-body" role="status">
            {file && say(t.chosen, { name: file.name, lines: sayCount(file.lines.length, t.line, t.lines) })}
          </p>
          <Button>{say(t.start)}</Button>
        </div>
      </form>
      <h2 class="govuk-heading-m">{say(t.columnsTitle)}</h2>
      <Say text={t.columnsHelp} />
      <p class="govuk-body">
        <DownloadLink name={say(t.exampleName)} csv={EXAMPLE_CSV}>
          {say(t.example)}
        </DownloadLink>
      </p>
      <SummaryList rows={COLUMNS.map((column) => ({ key: <code>{column}</code>, value: say(t[column]) }))} />
    </>
  );
}
