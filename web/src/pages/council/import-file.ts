// Sends a file of allocations in parts, each small enough for one request, and keeps the file's own line numbers.
import { COLUMNS, REQUIRED_COLUMNS } from '../../../../functions/allocations/import-columns.ts';
import type { ImportAnswer } from '../../api/types.ts';

/** The column added to the file of rejected lines, and ignored when that file is imported again. */
const REASON = 'reason';

/** One request may have 2,000 lines; with fewer the progress bar moves sooner. */
const PART_LINES = 100;
/** A longer line cannot be a line of allocations. */
const MAX_LINE = 5000;

interface Line {
  /** The header is line 1. */
  readonly number: number;
  readonly text: string;
}

export interface AllocationFile {
  readonly name: string;
  readonly header: string;
  readonly lines: readonly Line[];
}

export type Unreadable =
  | { readonly why: 'spreadsheet' | 'empty' | 'no-lines' | 'long-lines' }
  | { readonly why: 'columns'; readonly columns: readonly string[] };

/** Spreadsheet programs save UTF-8 or Windows-1252. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const namesIn = (header: string): string[] =>
  header.split(',').map((cell) => cell.trim().replaceAll('"', '').toLowerCase());

const LAST_CELL = /,(?:"(?:[^"]|"")*"|[^",]*)$/;

export function readFile(name: string, text: string): AllocationFile | Unreadable {
  // An Excel workbook is a zip file, and these are its first letters.
  if (text.startsWith('PK')) return { why: 'spreadsheet' };
  const [first = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (first.trim() === '') return { why: 'empty' };
  const hasReasons = namesIn(first).at(-1) === REASON;
  const plain = (line: string): string => (hasReasons ? line.replace(LAST_CELL, '') : line);
  const header = plain(first);
  const missing = REQUIRED_COLUMNS.filter((column) => !namesIn(header).includes(column));
  if (missing.length > 0) return { why: 'columns', columns: missing };
  const lines = rest.map((line, i) => ({ number: i + 2, text: plain(line) })).filter((line) => line.text.trim() !== '');
  if (lines.length === 0) return { why: 'no-lines' };
  if (lines.some((line) => line.text.length > MAX_LINE)) return { why: 'long-lines' };
  return { name, header, lines };
}

/** An import under way: the file and the results so far. */
export interface Run {
  readonly file: AllocationFile;
  readonly sentLines: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly rejected: ImportAnswer['rejected'];
  /** What to look at in lines that were imported. */
  readonly warnings: ImportAnswer['warnings'];
}

export const startOf = (file: AllocationFile): Run => ({
  file,
  sentLines: 0,
  imported: 0,
  unchanged: 0,
  rejected: [],
  warnings: [],
});

const nextLines = ({ file, sentLines }: Run): readonly Line[] => file.lines.slice(sentLines, sentLines + PART_LINES);

/** The next part, with the header; undefined when everything is sent. */
export function nextPart(run: Run): string | undefined {
  const lines = nextLines(run);
  return lines.length === 0 ? undefined : [run.file.header, ...lines.map(({ text }) => text)].join('\n');
}

/** Adds the answer to the last part, whose line numbers count from that part's header. */
export function afterPart(run: Run, answer: ImportAnswer): Run {
  const lines = nextLines(run);
  const inFile = (line: number): number => lines[line - 2]?.number ?? line;
  const rejected = answer.rejected.map(({ line, code, detail }) => ({
    line: inFile(line),
    code,
    detail: detail.replace(/^Line (\d+)/, (_, other: string) => `Line ${inFile(Number(other))}`),
  }));
  return {
    file: run.file,
    sentLines: run.sentLines + lines.length,
    imported: run.imported + answer.imported,
    unchanged: run.unchanged + answer.unchanged,
    rejected: [...run.rejected, ...rejected],
    warnings: [...run.warnings, ...answer.warnings.map((one) => ({ ...one, line: inFile(one.line) }))],
  };
}

export const lineText = ({ file }: Run, line: number): string =>
  file.lines.find(({ number }) => number === line)?.text ?? '';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** The rejected lines, each with its reason, as a file that can be corrected and imported. */
export const rejectsCsv = (run: Run): string =>
  [
    `${run.file.header},${REASON}`,
    ...run.rejected.map(({ line, detail }) => `${lineText(run, line)},${quoted(detail)}`),
    '',
  ].join('\r\n');

export const EXAMPLE_CSV = [
  COLUMNS.join(','),
  'P-1001,Rosa Example,rosa@example.org,social-care,3120.00,2027-04-01,2028-03-31,four-weekly,funder,friendship;fitness,yes',
  'P-1002,Sam Example,sam@example.org,health,480.50,2027-04-01,2027-09-30,once,funder,wellbeing,yes',
  'P-1003,Joe Example,joe@example.org,social-care,2080.00,2027-04-01,2028-03-31,weekly,funder,community;learning,no',
  '',
].join('\r\n');
