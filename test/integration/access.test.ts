// Nobody reaches what is not theirs: every operation of the OpenAPI document, sent by people in every relation to its thing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../functions/kernel/id.ts';
import type { Answer } from '../call.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Operation, operations, type Sample, type Scene, sampleOf, samplesOf, sceneOn } from '../samples.ts';
import { type Stage, stageOn } from '../stage.ts';

const ACTORS = [
  'nobody',
  'stranger',
  'strangerOwner',
  'broker',
  'otherFunder',
  'funder',
  'otherMember',
  'acquaintance',
  'member',
  'fellow',
  'leaver',
  'owner',
  'supporterSee',
  'supporterVote',
  'supporterPay',
  'supporterExpired',
  'supporterRevoked',
  'elsewhere',
] as const;
type Name = (typeof ACTORS)[number];

const SUPPORTERS: Partial<Record<Name, readonly string[]>> = {
  supporterSee: ['see'],
  supporterVote: ['vote'],
  supporterPay: ['pay'],
  supporterExpired: [],
  supporterRevoked: [],
};

const MEMBER = ['member', 'fellow'] as const;
const TAKES_PART = ['member', 'fellow', 'leaver'] as const;
/** The people in each relation that routes name. Somebody who is leaving still sees the pool, but may do nothing in it. */
const RELATIONS: Readonly<Record<string, (method: string) => readonly Name[]>> = {
  'a member of the pool': (method) => (method === 'GET' ? TAKES_PART : MEMBER),
  'a member of the pool; a funder whose money is in it sees the totals': () => [...TAKES_PART, 'funder'],
  'a member of the pool; a funder whose money is in it': () => [...TAKES_PART, 'funder'],
  'a member of the pool since before it was proposed': () => MEMBER,
  // Another member may see the proposal, so gets the reason instead of 404.
  'the member who proposed it': () => MEMBER,
  'a member of the pool, with an allocation of their own': () => ['member'],
  'a member of the pool, with a lot of their own': () => ['member'],
  'whoever set it up': () => ['member'],
  'anyone who has the code': () => ACTORS,
  'the person it was granted to; the funder who granted it': () => ['member', 'funder'],
  'the funder who granted it': () => ['funder'],
  'its owners': () => ['owner'],
  'the enterprise’s owners': () => ['owner'],
  'somebody who runs the enterprise': () => ['owner'],
  // Of what is theirs: of their place, or with their money in it.
  'a broker of the place; a funder': () => ['broker', 'funder', 'otherFunder', 'elsewhere'],
  'somebody who takes part': () => TAKES_PART,
  'a member of its pool; somebody who runs the enterprise; a broker of the place; a funder whose money is in it':
    () => [...TAKES_PART, 'owner', 'broker', 'funder'],
  'somebody who takes part; somebody who runs the enterprise; a broker of the place; a funder whose money is in it':
    () => [...TAKES_PART, 'owner', 'broker', 'funder'],
};
/** Operations on one's own things, which name no relation. */
const OWN: Readonly<Record<string, readonly Name[]>> = { 'DELETE /v1/me/supporters/{personId}': ['member'] };

let kitty: TestKitty;
let stage: Stage;
let scene: Scene;
const people = {} as Record<Name, TestPerson>;

beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
  scene = await sceneOn(stage);
  const { member, fellow, leaver, owner, acquaintance } = scene;
  Object.assign(people, { member, fellow, leaver, owner, acquaintance, funder: stage.funder });
  people.stranger = await kitty.newPerson('Stan', ['holder']);
  people.strangerOwner = (await stage.offer()).owner;
  people.broker = await kitty.newPerson('Bea', ['broker']);
  people.otherFunder = { ...(await kitty.newPerson('Nat', ['funder'])), funder: 'health-board' };
  people.otherMember = await kitty.newPerson('Olga', ['holder']);
  await stage.pool([people.otherMember], { pence: 100 });
  // Every role, and the same funder's name: but of another place.
  people.elsewhere = await kitty.newPerson('Elsie', ['holder', 'enterprise', 'broker', 'funder'], 'elsewhere');
  for (const [name, scopes] of Object.entries(SUPPORTERS) as [Name, string[]][]) {
    const supporter = await kitty.newPerson('Sue', ['holder']);
    people[name] = supporter;
    const all = scopes.length === 0 ? ['see', 'vote', 'pay'] : scopes;
    await stage.grantSupport(member, supporter, all, name === 'supporterExpired' ? stage.inDays(-1) : undefined);
  }
  await kitty.call('DELETE', `/v1/me/supporters/${people.supporterRevoked.personId}`, { as: member });
});
afterAll(() => kitty.stop());

function send(operation: Operation, { path, bodies, csv }: Sample, name: Name): Promise<Answer> {
  return kitty.call(operation.method, path, {
    as: name === 'nobody' ? undefined : people[name],
    ...(SUPPORTERS[name] ? { for: scene.member } : {}),
    ...(csv === undefined ? {} : { csv }),
    ...(bodies === undefined ? {} : { body: bodies[0] }),
  });
}

/** The route's expected answer to an actor: 401, 403, 404, or that they may. */
function stated(operation: Operation, name: Name): 401 | 403 | 404 | 'may' {
  const { who, relation, scope, path, method } = operation;
  if (who === 'anyone') return name === 'elsewhere' && path.includes('{') ? 404 : 'may';
  if (name === 'nobody') return 401;
  const scopes = SUPPORTERS[name];
  if (scopes) {
    if (scope === undefined) return 403;
    if (scopes.length === 0) return 404;
    return scopes.includes(scope) ? stated(operation, 'member') : 403;
  }
  if (who !== 'signed-in' && !people[name].roles.some((role) => role === who)) return 404;
  if (name === 'elsewhere' && path.includes('{')) return 404;
  const own = OWN[operation.name];
  if (own) return own.includes(name) ? 'may' : 404;
  if (relation === undefined) return 'may';
  const standing = RELATIONS[relation];
  if (!standing) throw new Error(`${operation.name} speaks of “${relation}”: say in this test who that is`);
  return standing(method).includes(name) ? 'may' : 404;
}

/** The same request about things that do not exist. */
function aboutNothing(sample: Sample): Sample {
  const { member, fellow, leaver, owner, supporter, acquaintance, code, lot: _, commissionId, ...ids } = scene;
  const persons = [member, fellow, leaver, owner, supporter, acquaintance].map(({ personId }) => personId);
  const known = [...persons, ...Object.values(ids), ...commissionId.split('-')];
  const swap = (text: string): string =>
    known.reduce((was, id) => was.replaceAll(id, newId()), text).replaceAll(code, newId().slice(0, 12));
  return {
    path: swap(sample.path),
    ...(sample.bodies ? { bodies: JSON.parse(swap(JSON.stringify(sample.bodies))) } : {}),
    ...(sample.csv === undefined ? {} : { csv: sample.csv }),
  };
}

const seen = ({ status, body, headers }: Answer) => ({ status, body, type: headers.get('content-type') });

test('every operation has a sample request, and there is no sample for anything else', () => {
  const samples = samplesOf(stage, scene);
  expect(Object.keys(samples).sort()).toEqual(operations.map(({ name }) => name).sort());
});

describe('those who may not', () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s: get the answer that a thing gets which does not exist, and change nothing',
    async (_, operation) => {
      const sample = sampleOf(samplesOf(stage, scene), operation);
      const before = (await stage.see(scene.poolId, scene.member)).seq;
      const nothing = aboutNothing(sample);
      for (const name of ACTORS) {
        const status = stated(operation, name);
        if (status === 'may') continue;
        const answer = await send(operation, sample, name);
        expect([name, answer.status]).toEqual([name, status]);
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
        if (status === 401) expect(answer.body.code).toBe('not-signed-in');
        if (status === 403) expect(answer.body.code).toBe('not-granted');
        if (status === 404) {
          // The same person's request about things that do not exist, or to a path that does not exist.
          const other =
            nothing.path === sample.path
              ? await kitty.call('GET', '/v1/nothing', { as: people[name] })
              : await send(operation, nothing, name);
          expect([name, seen(answer)]).toEqual([name, seen(other)]);
        }
      }
      expect((await stage.see(scene.poolId, scene.member)).seq).toBe(before);
    },
  );
});

/** Things that the first permitted request uses up: each person gets one of their own. */
const FRESH: Readonly<Record<string, () => Promise<Sample>>> = {
  'POST /v1/pools/{id}/departure': async () => {
    const { id } = await stage.pool([people.member, people.fellow], { pounds: 6240 });
    return { path: `/v1/pools/${id}/departure`, bodies: [{}] };
  },
  'DELETE /v1/pools/{id}/invitations/{code}': async () => ({
    path: `/v1/pools/${scene.poolId}/invitations/${await stage.invitation(scene.poolId, people.member)}`,
  }),
};

describe('those who may', () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s: are served, or told why not in words',
    async (_, operation) => {
      const sample = sampleOf(samplesOf(stage, scene), operation);
      for (const name of ACTORS) {
        if (stated(operation, name) !== 'may') continue;
        const answer = await send(operation, (await FRESH[operation.name]?.()) ?? sample, name);
        expect([name, [200, 201, 204, 409].includes(answer.status), answer.body]).toEqual([name, true, answer.body]);
      }
    },
  );
});
