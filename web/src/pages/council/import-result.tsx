// The result of an import: how many lines were imported, what to look at, and every rejected line with its reason.
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { Table } from '../../components/table.tsx';
import { say, sayCount } from '../../text/say.ts';
import { DownloadLink } from './download-link.tsx';
import { lineText, type Run, rejectsCsv } from './import-file.ts';
import { importsText as t } from './imports.text.ts';

interface ImportResultProps {
  readonly run: Run;
  /** The API refused a part, so the rest was not sent. */
  readonly isStopped: boolean;
  readonly onAnother: () => void;
}

const MAX_SHOWN = 200;

export function ImportResult({ run, isStopped, onAnother }: ImportResultProps) {
  const { file, sentLines, imported, unchanged, rejected, warnings } = run;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The message of a refusal takes the focus.
    if (!isStopped) heading.current?.focus();
  }, [isStopped]);
  return (
    <>
      <h2 class="govuk-heading-m" ref={heading} tabIndex={-1}>
        {say(t.doneTitle, { name: file.name })}
      </h2>
      {isStopped && <Say text={t.stopped} params={{ done: sentLines, all: file.lines.length }} />}
      <ul class="govuk-list govuk-list--bullet">
        <li>{sayCount(imported, t.imported1, t.imported)}</li>
        <li>{sayCount(unchanged, t.unchanged1, t.unchanged)}</li>
        <li>{sayCount(rejected.length, t.rejected1, t.rejected)}</li>
      </ul>
      {!isStopped && rejected.length === 0 && <Say text={warnings.length === 0 ? t.allGood : t.allIn} />}
      {rejected.length > 0 && <RejectedLines run={run} />}
      {warnings.length > 0 && <Warnings run={run} />}
      <div class="govuk-button-group">
        <Button type="button" onClick={onAnother}>
          {say(t.another)}
        </Button>
        <Button href="/place" variant="secondary">
          {say(t.toPlace)}
        </Button>
      </div>
    </>
  );
}

function RejectedLines({ run }: { readonly run: Run }) {
  return (
    <>
      <h3 class="govuk-heading-s">{say(t.rejectsTitle)}</h3>
      <Say text={t.rejectsHelp} />
      <p class="govuk-body">
        <DownloadLink name={say(t.downloadName)} csv={rejectsCsv(run)}>
          {say(t.download)}
        </DownloadLink>
      </p>
      {run.rejected.length > MAX_SHOWN && <Say text={t.first} params={{ n: MAX_SHOWN }} />}
      <LinesTable run={run} lines={run.rejected} caption={say(t.rejectsTable)} reasonHead={say(t.reasonHead)} />
    </>
  );
}

function Warnings({ run }: { readonly run: Run }) {
  return (
    <>
      <h3 class="govuk-heading-s">{say(t.warningsTitle)}</h3>
      <Say text={t.warningsHelp} />
      {run.warnings.length > MAX_SHOWN && <Say text={t.firstWarnings} params={{ n: MAX_SHOWN }} />}
      <LinesTable run={run} lines={run.warnings} caption={say(t.warningsTable)} reasonHead={say(t.warningHead)} />
    </>
  );
}

interface LinesTableProps {
  readonly run: Run;
  readonly lines: Run['rejected'];
  readonly caption: string;
  readonly reasonHead: string;
}

function LinesTable({ run, lines, caption, reasonHead }: LinesTableProps) {
  return (
    <Table
      caption={caption}
      captionSize="s"
      firstCellIsHeader
      head={[{ text: say(t.lineHead) }, { text: reasonHead }]}
      rows={lines.slice(0, MAX_SHOWN).map(({ line, detail }) => [
        { text: line },
        {
          text: (
            <>
              {detail}
              <span class="kitty-quiet kitty-typed">{lineText(run, line)}</span>
            </>
          ),
        },
      ])}
    />
  );
}
