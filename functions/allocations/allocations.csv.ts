// Reads an import file: every good row, and for every bad line its number and why.
import { parse } from 'csv-parse/sync';
import { tidyText } from '../kernel/text.ts';
import { type Row, row } from './import.schema.ts';
import { COLUMNS, REQUIRED_COLUMNS } from './import-columns.ts';

/** What is said about one line: why it was rejected, or what to look at. */
export interface LineMessage {
  readonly line: number;
  readonly code: string;
  readonly detail: string;
}

export interface NumberedRow {
  readonly line: number;
  readonly row: Row;
}

interface ParsedRows {
  readonly rows: readonly NumberedRow[];
  readonly rejected: readonly LineMessage[];
}

/** The most lines in one request; a bigger file is sent in parts. */
const MAX_ROWS = 2000;

/** Parses one line alone, so that a stray quotation mark cannot take in the lines after it; undefined when it is not CSV. */
function parseLine(line: string): string[] | undefined {
  try {
    const [record]: string[][] = parse(line, { trim: true, relax_column_count: true });
    return record;
  } catch {
    return undefined;
  }
}

export function readRows(text: string): ParsedRows | { readonly refused: string } {
  const rejected: LineMessage[] = [];
  const reject = (line: number, code: string, detail: string): void => {
    rejected.push({ line, code, detail });
  };
  const [first = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r\n|\n|\r/);
  const header = parseLine(first);
  if (!header) return { refused: 'The first line must name the columns.' };
  const names = header.map((name) => name.toLowerCase());
  const missing = REQUIRED_COLUMNS.filter((name) => !names.includes(name));
  if (missing.length > 0) return { refused: `The header line lacks ${missing.join(', ')}.` };
  const unknown = names.filter((name) => !COLUMNS.some((column) => column === name));
  if (unknown.length > 0) return { refused: `The header line may hold only ${COLUMNS.join(', ')}.` };
  if (new Set(names).size !== names.length) return { refused: 'The header line names a column twice.' };
  if (lines.length > MAX_ROWS)
    return { refused: `A file may have at most ${MAX_ROWS} lines after the header. Send it in parts.` };

  const rows: NumberedRow[] = [];
  const seen = new Map<string, number>();
  for (const [i, content] of lines.entries()) {
    const line = i + 2;
    if (content.trim() === '') continue;
    const record = parseLine(content);
    if (!record) {
      reject(line, 'bad-line', 'This line is not valid CSV: check its quotation marks.');
      continue;
    }
    if (record.length !== names.length && !(record.length === names.length - 1 && names.at(-1) === 'pooling')) {
      reject(line, 'wrong-columns', `This line has ${record.length} columns instead of ${names.length}.`);
      continue;
    }
    const parsed = row.safeParse(Object.fromEntries(names.map((name, i) => [name, record[i]])));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const column = String(issue?.path[0] ?? 'line');
      const detail = issue?.message ?? '';
      reject(line, 'bad-value', detail.startsWith(column) ? detail : `${column}: ${detail}`);
      continue;
    }
    // The same reference written in another way is found as the line is imported, and told with the earlier one.
    const key = [tidyText(parsed.data.person_ref), parsed.data.stream, parsed.data.starts_on].join('\n');
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      reject(line, 'twice', `Line ${earlier} is about the same person, stream and start.`);
      continue;
    }
    seen.set(key, line);
    rows.push({ line, row: parsed.data });
  }
  return { rows, rejected };
}
