// Allocations through HTTP on a real engine: import, instalments, statement, reductions, ending.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { COLUMNS, type Stage, stageOn, statusAndCode } from '../stage.ts';

let kitty: TestKitty;
let stage: Stage;
const person = (name = 'Rosa'): Promise<TestPerson> => kitty.newPerson(name, ['holder']);

beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
});
afterAll(() => kitty.stop());

describe('an import', () => {
  test('takes the good lines and rejects each bad one alone, by its number and with the column named', async () => {
    const [rosa, sam] = [await person(), await person('Sam')];
    const bad: [columns: Record<string, string>, code: string, names: string][] = [
      [{ amount_pounds: '0' }, 'bad-value', 'amount_pounds'],
      [{ amount_pounds: '-5' }, 'bad-value', 'amount_pounds'],
      [{ amount_pounds: '1.005' }, 'bad-value', 'amount_pounds'],
      [{ amount_pounds: '1000000.01' }, 'bad-value', 'amount_pounds'],
      [{ amount_pounds: 'NaN' }, 'bad-value', 'amount_pounds'],
      [{ stream: 'pocket-money' }, 'bad-value', 'stream'],
      [{ starts_on: '2026-02-30' }, 'bad-value', 'starts_on'],
      [{ starts_on: '01/06/2026' }, 'bad-value', 'starts_on'],
      [{ ends_on: '2020-01-01' }, 'bad-value', 'ends_on'],
      [{ instalment: 'monthly' }, 'bad-value', 'instalment'],
      [{ custody: 'cash' }, 'bad-value', 'custody'],
      [{ outcomes: '' }, 'bad-value', 'outcomes'],
      [{ outcomes: 'Have Fun' }, 'bad-value', 'outcomes'],
      [{ pooling: 'perhaps' }, 'bad-value', 'pooling'],
      [{ email: 'nobody' }, 'bad-value', 'email'],
      [{ name: '' }, 'bad-value', 'name'],
      [{ name: 'Ro\u0007sa' }, 'bad-value', 'name'],
      [{ name: 'Ro\u202esa' }, 'bad-value', 'name'],
      [{ person_ref: '' }, 'bad-value', 'person_ref'],
      [{ person_ref: 'x'.repeat(81) }, 'bad-value', 'person_ref'],
      [{ name: 'Ro"sa' }, 'bad-line', 'quotation'],
      [{ name: '"Rosa' }, 'bad-line', 'quotation'],
      [{ name: 'Rosa,Luz' }, 'wrong-columns', '12 columns'],
    ];
    const rows = bad.map(([columns]) => stage.row(rosa, columns));
    const { status, body } = await stage.importFile(stage.file(stage.row(sam), ...rows, 'x', stage.row(rosa)));
    expect(status).toBe(200);
    expect(body).toMatchObject({ imported: 2, unchanged: 0 });
    expect(body.rejected.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
      ...bad.map(([, code], i) => [i + 3, code]),
      [bad.length + 3, 'wrong-columns'],
    ]);
    for (const [i, [, , names]] of bad.entries()) expect(body.rejected[i].detail).toContain(names);
  });

  test('reads a file as spreadsheets write it: BOM, CRLF, blank lines, quotes, £ and thousands, columns in any order', async () => {
    const rosa = await person();
    const columns = [...COLUMNS].reverse();
    const cells: Record<string, string> = {
      person_ref: 'REF-sheet',
      name: ' Rosa ',
      email: rosa.email.toUpperCase(),
      stream: 'Health',
      amount_pounds: '"£1,200.50"',
      starts_on: stage.inDays(0),
      ends_on: stage.inDays(30),
      instalment: 'once',
      custody: 'stripe',
      outcomes: '"fitness; friendship;fitness"',
      pooling: 'YES',
    };
    const lines = [columns.join(',').toUpperCase(), '', columns.map((name) => cells[name]).join(','), '', ''];
    const { body } = await stage.importFile(`\uFEFF${lines.join('\r\n')}`);
    expect(body).toEqual({ imported: 1, unchanged: 0, rejected: [], warnings: [] });
    expect(await stage.allocations(rosa)).toMatchObject([
      { stream: 'health', custody: 'stripe', grantedPence: 120050, outcomes: ['fitness', 'friendship'], pooling: true },
    ]);
  });

  test('without the pooling column means that the funder agrees to pooling', async () => {
    const rosa = await person();
    const file = [COLUMNS.slice(0, -1).join(','), stage.row(rosa).replace(/,$/, '')].join('\n');
    expect((await stage.importFile(file)).body.imported).toBe(1);
    expect((await stage.allocations(rosa))[0].pooling).toBe(true);
  });

  test('twice adds nothing, and a changed line is rejected with what differs', async () => {
    const [rosa, sam] = [await person(), await person('Sam')];
    const rows = [stage.row(rosa), stage.row(sam)];
    expect((await stage.importFile(stage.file(...rows))).body.imported).toBe(2);
    expect((await stage.importFile(stage.file(...rows))).body).toEqual({
      imported: 0,
      unchanged: 2,
      rejected: [],
      warnings: [],
    });
    const changed = await stage.importFile(
      stage.file(
        stage.row(rosa, { amount_pounds: '121', outcomes: 'fitness', pooling: 'no', instalment: 'weekly' }),
        stage.row(sam, { name: 'Samantha' }),
      ),
    );
    expect(changed.body).toMatchObject({ imported: 0, unchanged: 0 });
    const [first, second] = changed.body.rejected;
    expect([first.line, first.code]).toEqual([2, 'changed']);
    for (const column of ['amount_pounds', 'outcomes', 'pooling', 'instalment']) expect(first.detail).toContain(column);
    expect(first.detail).not.toContain('custody');
    expect([second.line, second.code, second.detail.includes('name')]).toEqual([3, 'changed', true]);
    expect(await stage.allocations(rosa)).toMatchObject([{ grantedPence: 12000, pooling: true }]);
  });

  test('rejects the second of two lines about the same person, stream and start, naming the first', async () => {
    const rosa = await person();
    const { body } = await stage.importFile(stage.file(stage.row(rosa), stage.row(rosa, { amount_pounds: '9' })));
    expect(body).toMatchObject({ imported: 1, rejected: [{ line: 3, code: 'twice' }] });
    expect(body.rejected[0].detail).toContain('Line 2');
  });

  test('keeps streams and starts apart: each is an allocation of its own', async () => {
    const rosa = await person();
    const { body } = await stage.importFile(
      stage.file(
        stage.row(rosa),
        stage.row(rosa, { stream: 'health' }),
        stage.row(rosa, { starts_on: stage.inDays(1), amount_pounds: '7' }),
      ),
    );
    expect(body.imported).toBe(3);
    const granted = (await stage.allocations(rosa)).map((one: { grantedPence: number }) => one.grantedPence);
    expect(granted.sort()).toEqual([12000, 12000, 700]);
  });

  test('does not give a reference, or an address, that is somebody’s to somebody else', async () => {
    const [rosa, sam] = [await person(), await person('Sam')];
    await stage.grant(rosa);
    const { body } = await stage.importFile(
      stage.file(
        stage.row(sam, { person_ref: `REF-${rosa.personId}`, name: 'Rosa' }),
        stage.row(rosa, { person_ref: 'REF-new', name: 'Sam' }),
      ),
    );
    expect(body.imported).toBe(0);
    expect(body.rejected.map(({ code }: { code: string }) => code)).toEqual(['changed', 'changed']);
    expect(await stage.allocations(sam)).toEqual([]);
  });

  test('of the same new file twice at once, with one key or two, adds each line once', async () => {
    for (const keys of [
      ['one', 'one'],
      ['two', 'three'],
    ]) {
      const people = await Promise.all(['Ana', 'Ben', 'Cat'].map(person));
      const file = stage.file(...people.map((one) => stage.row(one)));
      const answers = await Promise.all(keys.map((key) => stage.importFile(file, { key })));
      const sum = (name: 'imported' | 'unchanged') => answers.reduce((total, { body }) => total + body[name], 0);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      // The same request answers the same twice; two requests share the lines out.
      expect([sum('imported'), sum('unchanged')]).toEqual(keys[0] === keys[1] ? [6, 0] : [3, 3]);
      for (const one of people) expect(await stage.allocations(one)).toHaveLength(1);
    }
  });

  test('sent again with its key answers as the first time; another file with that key is refused', async () => {
    const [rosa, sam] = [await person(), await person('Sam')];
    const file = stage.file(stage.row(rosa), stage.row(rosa, { amount_pounds: 'x' }));
    const first = await stage.importFile(file, { key: 'file' });
    expect(first.body.imported).toBe(1);
    expect(await stage.importFile(file, { key: 'file' })).toMatchObject({ status: first.status, body: first.body });
    expect(statusAndCode(await stage.importFile(stage.file(stage.row(sam)), { key: 'file' }))).toEqual([
      422,
      'key-reused',
    ]);
    expect(await stage.allocations(sam)).toEqual([]);
  });

  test.each([
    ['semicolons between columns', (text: string) => text.replaceAll(',', ';'), 'lacks'],
    ['no header', (text: string) => text.split('\n').slice(1).join('\n'), 'lacks'],
    ['a column missing', (text: string) => text.replace(',custody', ''), 'custody'],
    ['an unknown column', (text: string) => text.replace('pooling', 'nickname'), 'may hold only'],
    ['a column twice', (text: string) => text.replace('pooling', 'name'), 'twice'],
    ['a broken header', (text: string) => `"${text}`, 'first line'],
    ['2,001 lines', (text: string) => `${text}\n${Array.from({ length: 2000 }, () => 'x').join('\n')}`, '2000'],
  ])('of a file with %s is refused as a whole', async (_, spoil, says) => {
    const rosa = await person();
    const answer = await stage.importFile(spoil(stage.file(stage.row(rosa))));
    expect(statusAndCode(answer)).toEqual([400, 'bad-file']);
    expect(answer.body.errors).toEqual([{ field: 'body', detail: expect.stringContaining(says) }]);
    expect(await stage.allocations(rosa)).toEqual([]);
  });
});

describe('what is available', () => {
  test('comes once, on the first day and not before', async () => {
    const rosa = await person();
    const { id } = await stage.pool([rosa]);
    const allocationId = await stage.grant(rosa, { stream: 'health', starts_on: stage.inDays(2) });
    expect(await stage.allocation(rosa, allocationId)).toMatchObject({
      availablePence: 0,
      notYetAvailablePence: 12000,
    });
    expect(statusAndCode(await stage.contribute(id, rosa, allocationId, 1))).toEqual([409, 'not-started']);
    await kitty.advance(2);
    expect(await stage.allocation(rosa, allocationId)).toMatchObject({
      availablePence: 12000,
      notYetAvailablePence: 0,
    });
  });

  test.each([
    ['weekly', 7],
    ['four-weekly', 28],
  ])(
    'comes %s in equal parts to the penny, without any event, and the last one makes it whole',
    async (instalment, days) => {
      const rosa = await person();
      const id = await stage.grant(rosa, { instalment, amount_pounds: '1.00', ends_on: stage.inDays(3 * days) });
      const available = async () => (await stage.allocation(rosa, id)).availablePence;
      expect(await available()).toBe(33);
      await kitty.advance(days - 1);
      expect(await available()).toBe(33);
      await kitty.advance(1);
      expect(await available()).toBe(66);
      await kitty.advance(days);
      expect(await available()).toBe(100);
      expect((await stage.get(`/v1/allocations/${id}/statement`, rosa)).body.items).toHaveLength(1);
    },
  );
});

describe('a statement', () => {
  test('says every event with the balance after it, page by page, and names pools to its person alone', async () => {
    const rosa = await person();
    const { id, allocations } = await stage.pool([rosa], { pence: 5000 });
    await stage.done(stage.contribute(id, rosa, allocations[0] ?? '', 1000));
    const { body: pool } = await stage.get(`/v1/pools/${id}`, rosa);
    const withdrawn = { lot: pool.mine.lots[0].lot, amountPence: 2500 };
    expect(await stage.done(stage.post(`/v1/pools/${id}/withdrawals`, rosa, withdrawn))).toMatchObject({
      freePence: 3500,
    });
    const path = `/v1/allocations/${allocations[0]}/statement`;
    const { items, next } = (await stage.get(path, rosa)).body;
    expect(next).toBeNull();
    expect(items.map(({ at: _, ...one }: { at: string }) => one)).toEqual([
      { seq: 1, kind: 'granted', amountPence: 12000, balancePence: 12000 },
      { seq: 2, kind: 'contributed', amountPence: -5000, balancePence: 7000, poolId: id },
      { seq: 3, kind: 'contributed', amountPence: -1000, balancePence: 6000, poolId: id },
      { seq: 4, kind: 'came-home', amountPence: 2500, balancePence: 8500, poolId: id },
    ]);
    const page = (await stage.get(`${path}?after=1&limit=2`, rosa)).body;
    expect([page.items, page.next]).toEqual([items.slice(1, 3), 3]);
    const funders = (await stage.get(path, stage.funder)).body.items;
    expect(funders.map(({ balancePence }: { balancePence: number }) => balancePence)).toEqual([
      12000, 7000, 6000, 8500,
    ]);
    expect(JSON.stringify(funders)).not.toContain(id);
    const audit = await stage.get(`/v1/journals/allocations/${allocations[0]}/audit`, rosa);
    expect(audit.body).toEqual({ events: 4, valid: true });
  });

  test.each(['after=-1', 'after=x', 'limit=0', 'limit=201', 'limit=1.5', 'since=1'])(
    'refuses ?%s, naming it',
    async (query) => {
      const rosa = await person();
      const id = await stage.grant(rosa);
      const answer = await stage.get(`/v1/allocations/${id}/statement?${query}`, rosa);
      expect([...statusAndCode(answer), answer.body.errors[0].field]).toEqual([400, 'bad-input', query.split('=')[0]]);
    },
  );
});

describe('a reduction', () => {
  const reduce = (id: string, changes: object = {}, more = {}) =>
    stage.post(
      `/v1/allocations/${id}/reductions`,
      stage.funder,
      { amountPence: 5000, from: stage.inDays(28), reason: 'The plan was reviewed.', ...changes },
      more,
    );

  test('is announced 28 days ahead or refused, and never takes more than was granted', async () => {
    const rosa = await person();
    const id = await stage.grant(rosa);
    expect(statusAndCode(await reduce(id, { from: stage.inDays(27) }))).toEqual([409, 'too-soon']);
    expect(statusAndCode(await reduce(id, { from: stage.inDays(365) }))).toEqual([409, 'allocation-ended']);
    expect(statusAndCode(await reduce(id, { amountPence: 12001 }))).toEqual([409, 'too-much']);
    const answer = await reduce(id);
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({ id, grantedPence: 12000, reductions: [{ from: stage.inDays(28), pence: 5000 }] });
    expect(statusAndCode(await reduce(id, { amountPence: 7001 }))).toEqual([409, 'too-much']);
    expect((await stage.allocation(rosa, id)).reductions).toEqual([{ from: stage.inDays(28), pence: 5000 }]);
  });

  test('takes free money first, leaves what is held alone, and the rest goes back as it comes free', async () => {
    const people = await stage.people(2);
    const pool = await stage.pool(people, { pence: 9000 });
    const [rosa] = people as [TestPerson];
    const offer = await stage.offer({ pricePence: 16000, cancellation: { hours: 0, chargePercent: 0 } });
    // £80 each is held, £10 is free in the pool, £30 at home.
    const commissionId = await stage.order(pool, offer, { sessions: 1, startsOn: stage.inDays(60) });
    await stage.done(stage.act(commissionId, 'acceptance', offer.owner));
    const [id = ''] = pool.allocations;
    await stage.done(reduce(id, { amountPence: 7000 }));
    await kitty.advance(28);
    expect(await stage.see(pool.id, rosa)).toMatchObject({ heldPence: 16000, mine: { freePence: 0, heldPence: 8000 } });
    expect(await stage.allocation(rosa, id)).toMatchObject({
      availablePence: 0,
      returnedPence: 4000,
      pooledPence: 8000,
    });
    await stage.done(stage.act(commissionId, 'cancellation', offer.owner));
    await kitty.advance(1);
    expect(await stage.see(pool.id, rosa)).toMatchObject({ mine: { freePence: 5000, heldPence: 0 } });
    expect(await stage.allocation(rosa, id)).toMatchObject({
      availablePence: 0,
      returnedPence: 7000,
      pooledPence: 5000,
    });
    const kinds = (await stage.get(`/v1/allocations/${id}/statement`, stage.funder)).body.items;
    expect(kinds.map(({ kind }: { kind: string }) => kind)).toContain('reduced');
  });

  test('with the same key is announced once', async () => {
    const id = await stage.grant(await person());
    const first = await reduce(id, {}, { key: 'cut' });
    const again = await Promise.all([reduce(id, {}, { key: 'cut' }), reduce(id, {}, { key: 'cut' })]);
    for (const one of again) expect([one.status, one.body]).toEqual([first.status, first.body]);
    expect(statusAndCode(await reduce(id, { amountPence: 1 }, { key: 'cut' }))).toEqual([422, 'key-reused']);
  });
});

describe('an allocation that ends', () => {
  test('gives its free money back to the funder by itself: what is at home, and what is in pools', async () => {
    const rosa = await person();
    const pool = await stage.pool([rosa], { pence: 5000, row: { ends_on: stage.inDays(3) } });
    const [id = ''] = pool.allocations;
    await kitty.advance(3);
    expect(await stage.see(pool.id, rosa)).toMatchObject({ freePence: 5000 });
    await kitty.advance(1);
    expect(await stage.see(pool.id, rosa)).toMatchObject({ freePence: 0 });
    expect(await stage.allocation(rosa, id)).toMatchObject({
      availablePence: 0,
      notYetAvailablePence: 0,
      pooledPence: 0,
      spentPence: 0,
      returnedPence: 12000,
    });
    expect(statusAndCode(await stage.contribute(pool.id, rosa, id, 1))).toEqual([409, 'allocation-ended']);
  });
});
