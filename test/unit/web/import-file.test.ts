// A funder's file in parts: no line is lost, none keeps a wrong number, and rejects can be brought back.
import { expect, test } from 'vitest';
import { readRows } from '../../../functions/allocations/allocations.csv.ts';
import {
  type AllocationFile,
  afterPart,
  EXAMPLE_CSV,
  nextPart,
  type Run,
  readFile,
  rejectsCsv,
  startOf,
  textOf,
} from '../../../web/src/pages/council/import-file.ts';

const HEADER = 'person_ref,name,email,stream,amount_pounds,starts_on,ends_on,instalment,custody,outcomes';
const row = (ref: number, instalment = 'once'): string =>
  `P-${ref},Ann Other,p${ref}@example.org,health,10,2027-04-01,2028-03-31,${instalment},funder,friendship`;

function fileOf(lines: readonly string[], header = HEADER): AllocationFile {
  const file = readFile('a.csv', [header, ...lines].join('\r\n'));
  if ('why' in file) throw new Error(file.why);
  return file;
}

/** Sends all parts to the API's own reader. */
function sendAll(file: AllocationFile): { run: Run; parts: string[] } {
  let run = startOf(file);
  const parts: string[] = [];
  for (let part = nextPart(run); part !== undefined; part = nextPart(run)) {
    parts.push(part);
    const read = readRows(part);
    if ('refused' in read) throw new Error(read.refused);
    const warnings = read.rows.flatMap(({ line, row }) =>
      row.ends_on < '2027' ? [{ line, code: 'has-ended', detail: 'It has ended.' }] : [],
    );
    run = afterPart(run, { imported: read.rows.length, unchanged: 0, rejected: [...read.rejected], warnings });
  }
  return { run, parts };
}

test('every line is sent once, in parts of at most 100 lines, each with the header', () => {
  const lines = Array.from({ length: 350 }, (_, i) => row(i));
  const { run, parts } = sendAll(fileOf(lines));
  expect(parts.map((part) => part.split('\n').length)).toEqual([101, 101, 101, 51]);
  expect(parts.every((part) => part.startsWith(`${HEADER}\n`))).toBe(true);
  expect(parts.flatMap((part) => part.split('\n').slice(1))).toEqual(lines);
  expect(run).toMatchObject({ imported: 350, sentLines: 350, rejected: [] });
});

test('a rejected line keeps its number in the file, also after empty lines and in later parts', () => {
  const lines = Array.from({ length: 250 }, (_, i) => row(i));
  lines[3] = '';
  lines[240] = row(240, 'daily');
  lines[245] = row(244);
  const { run } = sendAll(fileOf(lines));
  expect(run.rejected.map(({ line }) => line)).toEqual([242, 247]);
  expect(run.rejected[1]?.detail).toBe('Line 246 is about the same person, stream and start.');
});

test('a warning keeps its line’s number in the file, also after empty lines and in later parts', () => {
  const lines = Array.from({ length: 250 }, (_, i) => row(i));
  lines[3] = '';
  for (const i of [5, 240]) lines[i] = row(i).replace('2027-04-01,2028-03-31', '2025-04-01,2026-03-31');
  const { run } = sendAll(fileOf(lines));
  expect(run.warnings.map(({ line }) => line)).toEqual([7, 242]);
  expect(run).toMatchObject({ imported: 249, rejected: [] });
});

test('the file of rejects has the lines as they were, and can be brought back with its reasons', () => {
  const bad = [row(1, 'daily'), '"P-2', row(3, 'a, "b"')];
  const csv = rejectsCsv(sendAll(fileOf(bad)).run);
  expect(csv.split('\r\n')[0]).toBe(`${HEADER},reason`);
  const [header, ...lines] = csv.trimEnd().split('\r\n');
  expect(fileOf(lines, header)).toMatchObject({ header: HEADER, lines: bad.map((text) => ({ text })) });
});

test('the example is a file that the API takes', () => {
  const file = readFile('example.csv', EXAMPLE_CSV);
  if ('why' in file) throw new Error(file.why);
  expect(sendAll(file).run).toMatchObject({ imported: 3, rejected: [] });
});

test('what cannot be read says why', () => {
  expect(readFile('a', 'PK\u0003\u0004')).toEqual({ why: 'spreadsheet' });
  expect(readFile('a', '\n\n')).toEqual({ why: 'empty' });
  expect(readFile('a', `${HEADER}\n\n`)).toEqual({ why: 'no-lines' });
  expect(readFile('a', 'person_ref,name\nx,y')).toMatchObject({
    why: 'columns',
    columns: ['email', 'stream', 'amount_pounds', 'starts_on', 'ends_on', 'instalment', 'custody', 'outcomes'],
  });
  expect(readFile('a', `${HEADER}\n${'x'.repeat(5001)}`)).toEqual({ why: 'long-lines' });
});

test('names are read as they were written, in UTF-8 and in the old Windows way', () => {
  expect(textOf(new TextEncoder().encode('Zoë').buffer)).toBe('Zoë');
  expect(textOf(new Uint8Array([0x5a, 0x6f, 0xeb]).buffer)).toBe('Zoë');
});
