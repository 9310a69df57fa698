// Sent again with its key, every POST and PUT of the OpenAPI document is done once and answers as it did the first time.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../call.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { operations, type Scene, sampleOf, samplesOf, sceneOn } from '../samples.ts';
import { type Stage, stageOn, statusAndCode } from '../stage.ts';

let kitty: TestKitty;
let stage: Stage;

beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
});
afterAll(() => kitty.stop());

interface Case {
  readonly as: (scene: Scene) => TestPerson;
  /** What must have happened before. */
  readonly first?: (scene: Scene) => Promise<unknown>;
  /** Another body, where the operation takes more than one. */
  readonly other?: object;
}

const member = ({ member: one }: Scene): TestPerson => one;
const owner = ({ owner: one }: Scene): TestPerson => one;
const accepted = ({ commissionId, owner: as }: Scene) => stage.done(stage.act(commissionId, 'acceptance', as));
const onTheDay = async (scene: Scene): Promise<void> => {
  await accepted(scene);
  await kitty.advance(14);
};
const delivered = async (scene: Scene): Promise<void> => {
  await onTheDay(scene);
  await stage.done(stage.act(scene.commissionId, 'sessions/1/delivery', scene.owner));
};
const reason = { reason: 'Something else' };

const CASES: Readonly<Record<string, Case>> = {
  'PUT /v1/me/contact': { as: member, other: { by: 'none' } },
  'PUT /v1/me/supporters/{personId}': { as: member, other: { scopes: ['vote'] } },
  'POST /v1/enterprises': { as: owner, other: { workers: 2 } },
  'PUT /v1/enterprises/{id}': { as: owner, other: { workers: 2 } },
  'POST /v1/enterprises/{id}/offers': { as: owner, other: { pricePence: 1 } },
  'PUT /v1/offers/{id}': { as: owner, other: { pricePence: 1 } },
  'POST /v1/allocations/imports': { as: () => stage.funder },
  'POST /v1/allocations/{id}/reductions': { as: () => stage.funder, other: { amountPence: 2 } },
  'POST /v1/pools': { as: member, other: { name: 'Another' } },
  'POST /v1/pools/{id}/invitations': { as: member, other: { uses: 2 } },
  'POST /v1/invitations/{code}/acceptance': { as: ({ acquaintance }) => acquaintance, other: { agreementVersion: 2 } },
  'POST /v1/pools/{id}/contributions': { as: member, other: { amountPence: 2 } },
  'PUT /v1/pools/{id}/contributions/standing': {
    as: member,
    first: async ({ poolId, member: as, allocationId }) =>
      stage.done(stage.contribute(poolId, as, allocationId, 1, { standing: true })),
    other: { amountPence: 2 },
  },
  'PUT /v1/pools/{id}/contributions/standing/pause': { as: member, other: { paused: false } },
  'POST /v1/pools/{id}/withdrawals': { as: member, other: { amountPence: 2 } },
  'POST /v1/pools/{id}/departure': { as: member },
  'POST /v1/pools/{id}/agreement/signatures': {
    as: member,
    first: async ({ poolId, member: one, fellow }) => {
      const { agreement } = stage.newPool();
      const id = await stage.propose(poolId, one, { kind: 'agreement', agreement });
      for (const as of [one, fellow]) await stage.done(stage.vote(poolId, id, as, { joining: false }));
    },
    other: { agreementVersion: 3 },
  },
  'POST /v1/pools/{id}/proposals': { as: member, other: { sessions: 1 } },
  'PUT /v1/pools/{id}/proposals/{pid}/vote': { as: member, other: { choice: 'block' } },
  'POST /v1/pools/{id}/proposals/{pid}/vote/withdrawal': {
    as: member,
    first: ({ poolId, proposalId, member: as }) => stage.done(stage.vote(poolId, proposalId, as)),
  },
  'POST /v1/pools/{id}/proposals/{pid}/withdrawal': { as: member },
  'POST /v1/commissions/{id}/acceptance': { as: owner, other: reason },
  'POST /v1/commissions/{id}/refusal': { as: owner, other: reason },
  'POST /v1/commissions/{id}/cancellation': { as: owner, other: reason },
  'POST /v1/commissions/{id}/sessions/{n}/cancellation': { as: owner, other: reason },
  'POST /v1/commissions/{id}/sessions/{n}/delivery': { as: owner, first: onTheDay, other: reason },
  'POST /v1/commissions/{id}/sessions/{n}/confirmation': { as: member, first: delivered, other: reason },
  'POST /v1/commissions/{id}/sessions/{n}/dispute': { as: member, first: delivered, other: reason },
  'POST /v1/commissions/{id}/sessions/{n}/resolution': {
    as: owner,
    first: async (scene) => {
      await delivered(scene);
      await stage.done(stage.act(scene.commissionId, 'sessions/1/dispute', scene.member));
    },
    other: { payPence: 1 },
  },
  'PUT /v1/commissions/{id}/sessions/{n}/attendance': { as: member, other: { coming: false } },
  'PUT /v1/commissions/{id}/limit': { as: member, other: { upToPence: 1 } },
};

const writing = operations.filter(({ method }) => method === 'POST' || method === 'PUT');
const seen = ({ status, body }: Answer) => ({ status, body });

test('every POST and PUT has a case', () => {
  expect(Object.keys(CASES).sort()).toEqual(writing.map(({ name }) => name).sort());
});

describe.each(writing.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
  test('at once and later with its key is done once and answers the same; with another body it is refused', async () => {
    const one = CASES[name];
    if (!one) throw new Error('no case');
    // Money that comes in parts where the case is about that.
    const scene = await sceneOn(stage, name.includes('standing') ? { instalment: 'weekly' } : {});
    await one.first?.(scene);
    const { path, bodies, csv } = sampleOf(samplesOf(stage, scene), operation);
    const as = one.as(scene);
    const key = `replay ${name}`;
    const send = (body: object | undefined) =>
      kitty.call(operation.method, path, { as, key, ...(csv === undefined ? { body } : { csv }) });
    const state = () => stage.see(scene.poolId, scene.fellow);
    const answers = await Promise.all([bodies, bodies, bodies].map((all) => send(all?.[0])));
    const [first] = answers as [Answer];
    expect([200, 201, 204]).toContain(first.status);
    for (const again of answers) expect(seen(again)).toEqual(seen(first));
    await kitty.advance(1);
    const once = await state();
    await stage.invitation(scene.poolId, scene.fellow);
    expect(seen(await send(bodies?.[0]))).toEqual(seen(first));
    const later = await state();
    expect({ ...later, seq: 0 }).toEqual({ ...once, seq: 0 });
    expect(later.seq).toBe(once.seq + 1);
    if (one.other) {
      expect(statusAndCode(await send({ ...bodies?.[0], ...one.other }))).toEqual([422, 'key-reused']);
      expect(await state()).toEqual(later);
    }
  });
});
