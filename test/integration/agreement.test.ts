// Nobody is bound by an agreement that they were not shown: joining and signing name the version that was seen.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntryStore } from '../../functions/journal/journal.types.ts';
import type { Answer, CallOptions } from '../call.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Stage, stageOn, statusAndCode } from '../stage.ts';

let kitty: TestKitty;
let stage: Stage;
beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
});
afterAll(() => kitty.stop());

const terms = { decisionRule: 'majority', quorum: 2, votingDays: 5, noticeWeeks: 0 };
const sign = (poolId: string, as: TestPerson, agreementVersion: number, more: CallOptions = {}): Promise<Answer> =>
  stage.post(`/v1/pools/${poolId}/agreement/signatures`, as, { agreementVersion }, more);
const accept = (code: string, as: TestPerson, agreementVersion?: number, more: CallOptions = {}): Promise<Answer> =>
  stage.post(`/v1/invitations/${code}/acceptance`, as, { signsAgreement: true, agreementVersion }, more);

/** Rosa's and Sam's pool, Mary who has an invitation to it, and a way to agree a new version. */
async function scene() {
  const [rosa, sam] = (await stage.people(2)) as [TestPerson, TestPerson];
  const mary = await kitty.newPerson('Mary', ['holder']);
  const { id } = await stage.pool([rosa, sam]);
  const code = await stage.invitation(id, rosa, { uses: 5 });
  const propose = (changes: object = {}) =>
    stage.propose(id, rosa, { kind: 'agreement', agreement: { ...terms, ...changes } });
  const vote = (proposal: string, as: TestPerson) => stage.done(stage.vote(id, proposal, as, { joining: false }));
  const agree = async (changes: object = {}): Promise<void> => {
    const proposal = await propose(changes);
    for (const one of [rosa, sam]) await vote(proposal, one);
  };
  const members = async () => (await stage.see(id, rosa)).members.length;
  return { id, code, rosa, sam, mary, propose, vote, agree, members };
}

/** Refused, with the agreement that would be signed now. */
function expectChanged({ status, body, headers }: Answer, version: number, agreement: object = terms): void {
  expect(body).toMatchObject({ code: 'agreement-changed', agreementVersion: version, agreement });
  expect([status, body.agreement.version]).toEqual([409, version]);
  expect(headers.get('content-type')).toBe('application/problem+json');
}

/** Lets something else happen once, between what the next command reads and what it writes. */
function overtakeNext(meanwhile: () => Promise<unknown>): void {
  const store: { put: EntryStore['put'] } = kitty.context.journals.store;
  const { put } = store;
  store.put = async (entries) => {
    store.put = put;
    await meanwhile();
    return put(entries);
  };
}

describe('somebody who joins', () => {
  test('after a new agreement was agreed is shown it, and has joined nothing', async () => {
    const { id, code, rosa, mary, agree, members } = await scene();
    await agree();
    const { seq } = await stage.see(id, rosa);
    expectChanged(await accept(code, mary, 1), 2);
    expectChanged(await accept(code, mary, 3), 2);
    expect((await stage.see(id, rosa)).seq).toBe(seq);
    expect((await stage.get('/v1/pools', mary)).body.items).toEqual([]);
    expect((await stage.get(`/v1/invitations/${code}`, mary)).body.agreement).toMatchObject({ version: 2, ...terms });
    expect((await accept(code, mary, 2)).status).toBe(200);
    expect(await members()).toBe(3);
  });

  test('with the version that is there, or without naming one, joins', async () => {
    const { code, mary, members } = await scene();
    const ada = await kitty.newPerson('Ada', ['holder']);
    expect((await accept(code, mary, 1)).status).toBe(200);
    expect((await accept(code, ada)).status).toBe(200);
    expect(await members()).toBe(4);
  });

  test('and is overtaken by the vote that agrees a new version is shown that one', async () => {
    const { id, code, rosa, sam, mary, propose, vote, members } = await scene();
    const proposal = await propose();
    await vote(proposal, rosa);
    overtakeNext(() => vote(proposal, sam));
    expectChanged(await accept(code, mary, 1), 2);
    expect(await members()).toBe(2);
    expect((await stage.see(id, rosa)).pendingAgreement.version).toBe(2);
  });

  test('and is overtaken by the last signature has signed the version that it brings into force', async () => {
    const { id, code, rosa, sam, mary, agree } = await scene();
    await agree();
    await stage.done(sign(id, rosa, 2));
    overtakeNext(() => stage.done(sign(id, sam, 2)));
    expect((await accept(code, mary, 2)).status).toBe(200);
    const after = await stage.see(id, mary);
    expect(after.agreement.version).toBe(2);
    expect(after).not.toHaveProperty('pendingAgreement');
  });

  test('at the same moment as a new version is agreed signs the one that they named, or joins nothing', async () => {
    for (let i = 0; i < 12; i++) {
      const { id, code, rosa, sam, mary, propose, vote, members } = await scene();
      const proposal = await propose();
      await vote(proposal, rosa);
      const [joined] =
        i % 2 === 0
          ? await Promise.all([accept(code, mary, 1), vote(proposal, sam)])
          : (await Promise.all([vote(proposal, sam), accept(code, mary, 1)])).toReversed();
      const { pendingAgreement } = await stage.see(id, rosa);
      expect(pendingAgreement.version).toBe(2);
      if (joined.status === 200) expect(pendingAgreement.notYetSigned).toContain(mary.personId);
      else {
        expectChanged(joined, 2);
        expect(await members()).toBe(2);
      }
    }
  });
});

describe('a signature', () => {
  test('of another version than the one that waits is refused with that one, and signs nothing', async () => {
    const { id, rosa, agree } = await scene();
    await agree();
    for (const version of [1, 3]) expectChanged(await sign(id, rosa, version), 2);
    expect((await stage.see(id, rosa)).pendingAgreement.notYetSigned).toHaveLength(2);
    await agree({ quorum: 1 });
    expectChanged(await sign(id, rosa, 2), 3, { quorum: 1 });
    expect((await sign(id, rosa, 3)).body).toEqual({ version: 3, inForce: false });
  });

  test('where nothing waits has nothing to sign', async () => {
    const { id, rosa, sam, agree } = await scene();
    for (const version of [1, 2])
      expect(statusAndCode(await sign(id, rosa, version))).toEqual([409, 'nothing-to-sign']);
    await agree();
    for (const one of [rosa, sam]) await stage.done(sign(id, one, 2));
    for (const version of [1, 2, 3])
      expect(statusAndCode(await sign(id, rosa, version))).toEqual([409, 'nothing-to-sign']);
  });

  test('that is overtaken by a newer version is refused with it', async () => {
    const { id, rosa, sam, agree, propose, vote } = await scene();
    await agree();
    const proposal = await propose({ noticeWeeks: 9 });
    await vote(proposal, rosa);
    overtakeNext(() => vote(proposal, sam));
    expectChanged(await sign(id, rosa, 2), 3, { noticeWeeks: 9 });
    expect((await stage.see(id, rosa)).pendingAgreement.notYetSigned).toHaveLength(2);
  });

  test('sent again with its key answers as before, also when another version has been agreed since', async () => {
    const { id, code, rosa, sam, mary, agree, propose, vote } = await scene();
    await agree();
    const [signed, joined] = [await sign(id, rosa, 2, { key: 'signs' }), await accept(code, mary, 2, { key: 'joins' })];
    expect([signed.status, joined.status]).toEqual([201, 200]);
    const proposal = await propose();
    for (const one of [rosa, sam, mary]) await vote(proposal, one);
    expect((await stage.see(id, rosa)).pendingAgreement.version).toBe(3);
    expect((await sign(id, rosa, 2, { key: 'signs' })).body).toEqual(signed.body);
    expect((await accept(code, mary, 2, { key: 'joins' })).body).toEqual(joined.body);
  });

  test('names its version once, under either name', async () => {
    const { id, rosa, sam, agree } = await scene();
    const send = (body: object) => stage.post(`/v1/pools/${id}/agreement/signatures`, rosa, body);
    await agree();
    for (const body of [{}, { version: 2, agreementVersion: 2 }]) {
      const { status, body: answer } = await send(body);
      expect([status, answer.errors]).toEqual([400, [{ field: 'agreementVersion', detail: expect.any(String) }]]);
    }
    expect((await send({ version: 2 })).body).toEqual({ version: 2, inForce: false });
    expect((await sign(id, sam, 2)).body).toEqual({ version: 2, inForce: true });
  });
});
