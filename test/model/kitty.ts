// A world in a real Kitty: people of a place of their own, a clock that stands still, and what each of them sees in the model's keys.
import { randomUUID } from 'node:crypto';
import { runAllDue } from '../../infra/local/time.ts';
import type { Answer } from '../call.ts';
import type { TestKitty, TestPerson } from '../harness.ts';
import { enterpriseBody } from '../stage.ts';
import { type Asked, type Ids, requestOf } from './requests.ts';
import type { Step } from './steps.ts';

export interface Cast {
  readonly people: number;
  readonly startsAt: string;
}
export interface Got {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: Record<string, unknown>;
}

const MAKES = new Map<Step['do'], string>([
  ['open', 'id'],
  ['list', 'id'],
  ['invite', 'code'],
  ['buy', 'proposalId'],
  ['cancel', 'proposalId'],
  ['terms', 'proposalId'],
]);

export async function worldIn(kitty: TestKitty, cast: Cast) {
  // A few seconds off the minute: what falls due at the very millisecond at which somebody looks is not what is tested.
  let now = Date.parse(cast.startsAt) + 7123;
  Object.assign(kitty.local.clock, { now: () => new Date(now).toISOString() });
  const place = `m${randomUUID().slice(0, 8)}`;
  const subjects = new Map<string, TestPerson>();
  const keys = new Map<string, string>();
  const ids = new Map<string, string>();
  const lots = new Map<string, string>();
  const know = (key: string, id: string): void => {
    ids.set(key, id);
    keys.set(id, key);
  };
  const add = (key: string, person: TestPerson): void => {
    subjects.set(key, person);
    know(key, person.personId);
  };
  const holders: TestPerson[] = [];
  for (let i = 0; i < cast.people; i++) holders.push(await kitty.newPerson('Robin', ['holder', 'enterprise'], place));
  // Odd pennies go by id where nothing else decides: the keys sort as the ids do.
  holders
    .sort((a, b) => (a.personId < b.personId ? -1 : 1))
    .forEach((person, i) => {
      add(`h${i}`, person);
    });
  for (const role of ['funder', 'broker', 'enterprise'] as const)
    add(role === 'enterprise' ? 'e0' : role, await kitty.newPerson(role, [role], place));
  const call = async (method: string, path: string, as: string, more: object = {}): Promise<Answer> => {
    const person = subjects.get(as);
    if (!person) throw new Error(`nobody is ${as}`);
    return kitty.call(method, path, { as: person, ...more });
  };
  for (const runner of ['e0', 'h0']) {
    const { status, body } = await call('POST', '/v1/enterprises', runner, { body: enterpriseBody });
    if (status !== 201) throw new Error(`no enterprise: ${status} ${JSON.stringify(body)}`);
    know(`enterprise of ${runner}`, body.id);
  }
  const probe = await call('POST', '/v1/invitations/000000000000/acceptance', 'h0', {
    body: { signsAgreement: true, agreementVersion: 1 },
  });
  const names: Ids = {
    id: (key) => ids.get(key),
    lot: (pool, alloc) => lots.get(`${pool} ${alloc}`),
    names: { version: probe.status !== 400 },
  };

  async function send(asked: Asked, key: string): Promise<Got> {
    for (let attempt = 0; ; attempt++) {
      const { method, path, as, body, csv } = asked;
      const runner = as.startsWith('runner of ') ? (ids.get(as) ?? 'e0') : as;
      const answer = await call(method, path, runner, { key, ...(csv === undefined ? { body } : { csv }) });
      if (answer.status === 503 && attempt < 10) continue;
      return { status: answer.status, code: answer.body?.code, body: answer.body ?? {} };
    }
  }

  async function learn(step: Step, got: Got): Promise<void> {
    if (got.status >= 300) return;
    const field = MAKES.get(step.do);
    if (field && 'key' in step) know(step.key, String(got.body[field]));
    if (step.do === 'list') know(step.offer.key, String(got.body.id));
    if (step.do === 'buy') {
      ids.set(`runner of ${step.key}o`, runners.get(step.offer) ?? 'e0');
      // The order that a purchase becomes is named after it from the beginning.
      know(`${step.key}o`, `${ids.get(step.pool)}-${got.body.proposalId}`);
    }
    if (step.do === 'list') runners.set(step.offer.key, step.offer.runner);
    if (step.do === 'grant') {
      if (got.body.imported !== 1) throw new Error(`not imported: ${JSON.stringify(got.body)}`);
      const { body } = await call('GET', '/v1/allocations', step.grant.owner);
      for (const one of body.items ?? [])
        if (!keys.has(one.id) && one.stream === step.grant.stream && one.startsOn === step.grant.startsOn)
          know(step.grant.key, one.id);
    }
  }
  const runners = new Map<string, string>();

  return {
    place,
    ids,
    keyOf: (id: string) => keys.get(id) ?? id,
    know,
    knowLot: (pool: string, alloc: string, lot: string) => lots.set(`${pool} ${alloc}`, lot),
    call,
    get: (path: string, as: string) => call('GET', path, as),
    request: (step: Step) => requestOf(step, names),
    send,
    learn,
    now: () => now,
    settled: () => kitty.settled(),
    /** Moves the clock without running it. */
    moveTo(at: number) {
      now = at;
    },
    /** What falls due is done. */
    async runDue() {
      for (let round = 0; round < 60; round++) if ((await runAllDue(kitty.local, [place])) === 0) return;
      throw new Error('something falls due again and again');
    },
  };
}
export type Live = Awaited<ReturnType<typeof worldIn>>;
