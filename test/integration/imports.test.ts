// A funder's file through HTTP on a real engine: a grant comes once, whatever a spreadsheet made of its line.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { referenceKey } from '../../functions/allocations/identity.rules.ts';
import type { Answer } from '../call.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Stage, stageOn } from '../stage.ts';

let kitty: TestKitty;
let stage: Stage;
const person = (name = 'Rosa'): Promise<TestPerson> => kitty.newPerson(name, ['holder']);

beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
});
afterAll(() => kitty.stop());

type Columns = Readonly<Record<string, string>>;
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
/** A line under a reference. */
const line = (of: TestPerson, ref: string, more: Columns = {}): string =>
  stage.row(of, { person_ref: quoted(ref), ...more });
const imports = async (...lines: string[]) => stage.done(stage.importFile(stage.file(...lines)));
const grantedUnder = async (ref: string): Promise<string[]> =>
  (await stage.done(stage.get(`/v1/allocations/granted?personRef=${encodeURIComponent(ref)}`, stage.funder))).items.map(
    ({ id }: { id: string }) => id,
  );
/** The same letters and digits for every test of its own. */
let numbers = 1000;
const nextNumber = (): string => String(++numbers);
const rejection = ({ rejected }: { rejected: { code: string; detail: string }[] }) => rejected[0];
const NOTHING = { imported: 0, unchanged: 0, rejected: [], warnings: [] };

describe('a grant under a reference that was written in another way', () => {
  const spellings: [how: string, first: (n: string) => string, then: (n: string) => string][] = [
    ['without its leading zeros', (n) => `000${n}`, (n) => n],
    ['with leading zeros', (n) => n, (n) => `000${n}`],
    ['as a decimal', (n) => `0${n}`, (n) => `${n}.0`],
    ['as a power of ten', (n) => `${n}00`, (n) => `${n[0]}.${n.slice(1)}E+05`],
    ['in the other case', (n) => `LAS-${n}a`, (n) => `las-${n}A`],
    ['with an apostrophe before it', (n) => `000${n}`, (n) => `'000${n}`],
    ['with a dash for its hyphen', (n) => `LAS-${n}`, (n) => `LAS–${n}`],
    ['with a space inside', (n) => `LAS ${n}`, (n) => `LAS${n}`],
    ['in digits of full width', (n) => n, (n) => n.replace(/\d/g, (one) => String.fromCodePoint(Number(one) + 0xff10))],
  ];

  test.each(spellings)(
    '%s is not made again: the line is rejected and names the earlier one',
    async (_, first, then) => {
      const [rosa, n] = [await person(), nextNumber()];
      const [before, after] = [first(n), then(n)];
      expect(await imports(line(rosa, before))).toEqual({ ...NOTHING, imported: 1 });
      const again = await imports(line(rosa, after, { amount_pounds: '240' }));
      expect(again).toMatchObject({ imported: 0, unchanged: 0, rejected: [{ line: 2, code: 'granted-before' }] });
      expect(rejection(again)?.detail).toContain(`granted before under ${before}`);
      expect(await imports(line(rosa, before))).toEqual({ ...NOTHING, unchanged: 1 });
      const [only, ...others] = await stage.allocations(rosa);
      expect([only.grantedPence, others]).toEqual([12000, []]);
      expect([await grantedUnder(before), await grantedUnder(after)]).toEqual([[only.id], [only.id]]);
    },
  );

  test.each([
    ['a space that does not break', (n: string) => `LAS ${n}`, (n: string) => `LAS\u00a0${n}\u00a0`],
    ['decomposed letters', (n: string) => `ZO\u00cb-${n}`, (n: string) => `ZOE\u0308-${n}`],
  ])('that nobody can see, as %s, is unchanged', async (_, first, then) => {
    const [rosa, n] = [await person(), nextNumber()];
    await imports(line(rosa, first(n)));
    expect(await imports(line(rosa, then(n)))).toEqual({ ...NOTHING, unchanged: 1 });
    expect(await stage.allocations(rosa)).toHaveLength(1);
  });

  test('is found within one file too, and the first of the lines wins', async () => {
    const [rosa, sam, n] = [await person(), await person('Sam'), nextNumber()];
    const first = line(rosa, `000${n}`);
    const answer = await imports(first, line(sam, `S-${n}`), line(rosa, n, { amount_pounds: '240' }));
    expect(answer).toMatchObject({ imported: 2, unchanged: 0, rejected: [{ line: 4, code: 'granted-before' }] });
    expect(rejection(answer)?.detail).toContain(`granted before under 000${n}`);
    expect(await stage.allocations(rosa)).toMatchObject([{ grantedPence: 12000 }]);
  });

  test.each([
    ['the same reference in two ways', (n: string) => [`000${n}`, n]],
    ['two references of one person', (n: string) => [`A-${n}`, `B-${n}`]],
  ])('by two imports at once, with %s, is made once', async (_, refs) => {
    for (let round = 0; round < 8; round++) {
      const [rosa, two] = [await person(), refs(nextNumber())];
      const answers = await Promise.all(two.map((ref) => imports(line(rosa, ref))));
      expect(answers.map(({ imported }) => imported).sort()).toEqual([0, 1]);
      const lost = answers.find(({ imported }) => imported === 0);
      const won = two[answers.findIndex(({ imported }) => imported === 1)];
      expect(rejection(lost)).toMatchObject({ code: 'granted-before' });
      expect(rejection(lost)?.detail).toContain(`granted before under ${won}`);
      expect(await stage.allocations(rosa)).toHaveLength(1);
    }
  });

  test('under another reference of the same person, known by their address, is not made again', async () => {
    const [rosa, n] = [await person(), nextNumber()];
    await imports(line(rosa, `OLD-${n}`));
    const again = await imports(line(rosa, `NEW-${n}`));
    expect(again).toMatchObject({ imported: 0, rejected: [{ code: 'granted-before' }] });
    expect(rejection(again)?.detail).toContain(`granted before under OLD-${n}`);
    const inAnotherWay = await imports(line(rosa, `new-${n}`));
    expect(rejection(inAnotherWay)?.detail).toContain(`granted before under OLD-${n}: the same`);
    expect(rejection(inAnotherWay)?.detail).not.toContain('has not finished');
    expect(await imports(line(rosa, `NEW-${n}`, { ends_on: stage.inDays(100) }))).toEqual({ ...NOTHING, imported: 1 });
    expect(await stage.allocations(rosa)).toHaveLength(2);
  });

  test('with another end is the same grant changed; with another stream or start it is another grant', async () => {
    const [rosa, n] = [await person(), nextNumber()];
    await imports(line(rosa, `000${n}`));
    const changed = await imports(line(rosa, n, { ends_on: stage.inDays(100) }));
    expect(rejection(changed)).toMatchObject({ code: 'changed' });
    expect(rejection(changed)?.detail).toContain(`imported before under 000${n} with another ends_on`);
    const others = [line(rosa, n, { stream: 'health' }), line(rosa, n, { starts_on: stage.inDays(1) })];
    expect(await imports(...others)).toEqual({ ...NOTHING, imported: 2 });
    expect(await imports(...others)).toEqual({ ...NOTHING, unchanged: 2 });
    expect(await grantedUnder(`000${n}`)).toHaveLength(3);
  });

  test('is nobody else’s: with another address the line is rejected, and names the earlier reference', async () => {
    const [rosa, sam, n] = [await person(), await person('Sam'), nextNumber()];
    await imports(line(rosa, `000${n}`));
    const answer = await imports(line(sam, n));
    expect(rejection(answer)).toMatchObject({ code: 'changed' });
    expect(rejection(answer)?.detail).toContain(`under 000${n} with another email`);
    expect(await stage.allocations(sam)).toEqual([]);
  });

  test('of two funders is two grants, each under the reference of its own funder', async () => {
    const [rosa, n] = [await person(), nextNumber()];
    const healthBoard = { ...(await kitty.newPerson('Nat', ['funder'])), funder: 'health-board' };
    await imports(line(rosa, n));
    const theirs = stage.importFile(stage.file(line(rosa, n)), { as: healthBoard });
    expect(await stage.done(theirs)).toEqual({ ...NOTHING, imported: 1 });
    expect(await stage.allocations(rosa)).toHaveLength(2);
    expect(await grantedUnder(n)).toHaveLength(1);
  });

  test('answers a request that is sent again as it did the first time', async () => {
    const [rosa, n] = [await person(), nextNumber()];
    const file = stage.file(line(rosa, `000${n}`), line(rosa, n));
    const send = (): Promise<Answer> => stage.importFile(file, { key: `again-${n}` });
    const first = await send();
    expect(first.body).toMatchObject({ imported: 1, rejected: [{ line: 3, code: 'granted-before' }] });
    expect((await send()).body).toEqual(first.body);
  });
});

describe('what was imported before references were read as one', () => {
  const partition = (ref: string): string => `${kitty.context.place}#REF#${stage.funder.funder ?? ''}#${ref}`;

  /** Leaves a reference's items as they were stored then: under the reference as it was written, and nothing else. */
  async function asStoredThen(of: TestPerson, ref: string): Promise<void> {
    const { table } = kitty.context;
    for (const { ref: _, ...item } of await table.query({ pk: partition(referenceKey(ref)), consistent: true })) {
      await table.remove(item);
      await table.put({ ...item, PK: partition(ref) });
    }
    for (const item of await table.query({ pk: partition(of.personId), consistent: true })) await table.remove(item);
  }

  test('is unchanged when the same file comes again, and is found under its reference in every way', async () => {
    const [rosa, n] = [await person(), nextNumber()];
    const lines = [line(rosa, `000${n}`), line(rosa, `000${n}`, { stream: 'health' })];
    await imports(...lines);
    await asStoredThen(rosa, `000${n}`);
    expect(await grantedUnder(`000${n}`)).toHaveLength(2);
    expect(await imports(...lines)).toEqual({ ...NOTHING, unchanged: 2 });
    expect(await grantedUnder(n)).toHaveLength(2);
    expect(rejection(await imports(line(rosa, n)))?.detail).toContain(`granted before under 000${n}`);
    expect(await stage.allocations(rosa)).toHaveLength(2);
  });

  test('is not made again under its reference in another way, nor under another one', async () => {
    const [rosa, n] = [await person(), nextNumber()];
    await imports(line(rosa, `000${n}`));
    await asStoredThen(rosa, `000${n}`);
    const answer = await imports(line(rosa, n), line(rosa, `NEW-${n}`));
    expect(answer).toMatchObject({
      imported: 0,
      rejected: [{ code: 'granted-before' }, { code: 'granted-before' }],
    });
    expect(rejection(answer)?.detail).toContain('granted before under another reference');
    expect(await stage.allocations(rosa)).toHaveLength(1);
  });

  test('keeps two people apart whose references would be one today', async () => {
    const [rosa, sam, n] = [await person(), await person('Sam'), nextNumber()];
    await imports(line(sam, `000${n}`));
    await asStoredThen(sam, `000${n}`);
    await kitty.context.table.remove({ PK: partition(n), SK: 'PERSON' });
    await imports(line(rosa, n));
    const lines = [line(rosa, n), line(sam, `000${n}`)];
    expect(await imports(...lines)).toEqual({ ...NOTHING, unchanged: 2 });
    const more = [line(sam, `000${n}`, { stream: 'health' }), line(rosa, n, { stream: 'health' })];
    expect(await imports(...more)).toEqual({ ...NOTHING, imported: 2 });
    expect(await imports(...lines, ...more)).toEqual({ ...NOTHING, unchanged: 4 });
    const idsOf = async (one: TestPerson) => (await stage.allocations(one)).map(({ id }: { id: string }) => id).sort();
    expect([(await grantedUnder(n)).sort(), (await grantedUnder(`000${n}`)).sort()]).toEqual([
      await idsOf(rosa),
      await idsOf(sam),
    ]);
  });
});

test('an import that stopped is finished by its file alone; under another reference the line says so', async () => {
  const [rosa, n] = [await person(), nextNumber()];
  const { table } = kitty.context;
  // What an import leaves that stops before it writes the grant.
  const PK = `${kitty.context.place}#REF#${stage.funder.funder ?? ''}#${n}`;
  const row = {
    allocationId: 'a'.repeat(16),
    personId: rosa.personId,
    name: rosa.name,
    email: rosa.email,
    ref: `0${n}`,
  };
  await table.put({ PK, SK: 'PERSON', personId: rosa.personId, ref: `0${n}` });
  await table.put({ PK, SK: `ROW#social-care#${stage.inDays(0)}`, ...row });
  const detail = rejection(await imports(line(rosa, n)))?.detail;
  expect(detail).toContain(`granted before under 0${n}`);
  expect(detail).toContain('has not finished');
  expect(await imports(line(rosa, `0${n}`))).toEqual({ ...NOTHING, imported: 1 });
  expect(rejection(await imports(line(rosa, n)))?.detail).not.toContain('has not finished');
});

describe('a name', () => {
  test.each([
    ['in decomposed letters', 'Zo\u00eb Example', 'Zoe\u0308 Example'],
    ['in composed letters', 'Zoe\u0308 Example', 'Zo\u00eb Example'],
    ['with a space that does not break, or two spaces', 'Ann B Other', 'Ann\u00a0B  Other'],
    ['with another apostrophe', "Ann O'Brien", 'Ann O’Brien'],
  ])('%s is the same name: the line is unchanged', async (_, first, then) => {
    const someone = { ...(await person()), email: `${nextNumber()}@example.org` };
    const ref = `N-${nextNumber()}`;
    expect((await imports(line(someone, ref, { name: first }))).imported).toBe(1);
    expect(await imports(line(someone, ref, { name: then }))).toEqual({ ...NOTHING, unchanged: 1 });
  });
});

describe('an allocation that has ended', () => {
  test('is imported with a warning, and its money goes back; one that ends today has none', async () => {
    const [rosa, sam] = [await person(), await person('Sam')];
    const ended = { starts_on: stage.inDays(-400), ends_on: stage.inDays(-1) };
    const today = { starts_on: stage.inDays(-400), ends_on: stage.inDays(0) };
    const file = stage.file(
      stage.row(sam, today),
      stage.row(rosa, ended),
      'x',
      stage.row(rosa, { amount_pounds: 'x' }),
    );
    const { body } = await stage.importFile(file, { key: 'ended' });
    expect(body).toMatchObject({
      imported: 2,
      rejected: [{ line: 4 }, { line: 5 }],
      warnings: [{ line: 3, code: 'has-ended' }],
    });
    expect(body.warnings[0].detail).toContain(stage.inDays(-1));
    expect(await stage.allocations(rosa)).toMatchObject([{ availablePence: 0, returnedPence: 12000 }]);
    expect(await stage.allocations(sam)).toMatchObject([{ availablePence: 12000 }]);
    await kitty.advance(1);
    expect((await stage.importFile(file, { key: 'ended' })).body).toEqual(body);
    expect((await stage.importFile(file)).body).toMatchObject({ imported: 0, unchanged: 2, warnings: [] });
  });
});
