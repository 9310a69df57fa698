// Test data for API tests, made through the API: people with money, a pool, an enterprise with an offer, a commission.
import { addDays, dayOf } from '../functions/kernel/clock.ts';
import type { Answer, CallOptions } from './call.ts';
import type { TestKitty, TestPerson } from './harness.ts';

export const COLUMNS =
  'person_ref,name,email,stream,amount_pounds,starts_on,ends_on,instalment,custody,outcomes,pooling'.split(',');

export const enterpriseBody = {
  name: 'Dawn Dances',
  description: 'Dance for everyone',
  postcode: 'RM10 7XX',
  legalForm: 'sole-trader',
  ownership: 'owner',
  workers: 1,
};
export const offerBody = {
  title: 'Dance class',
  description: 'An hour of dance',
  category: 'dance',
  priceModel: 'per-session',
  pricePence: 3000,
  minPeople: 2,
  maxPeople: 12,
  durationMinutes: 60,
  postcode: 'RM10 7XX',
  cancellation: { hours: 48, chargePercent: 50 },
  access: ['step-free'],
};
const AGREEMENT = { decisionRule: 'consent', quorum: 1, votingDays: 7, noticeWeeks: 4 };
const NAMES = ['Rosa', 'Sam', 'Priya', 'Joe', 'Mary', 'Ade'];

export interface Pool {
  readonly id: string;
  readonly people: readonly TestPerson[];
  /** The allocation of each of the people, in the same order. */
  readonly allocations: readonly string[];
}
export interface Offer {
  readonly owner: TestPerson;
  readonly enterpriseId: string;
  readonly offerId: string;
}
interface PoolOptions {
  readonly agreement?: object;
  /** What each person was granted and has contributed; £120 and nothing by default. */
  readonly pounds?: number;
  readonly pence?: number;
  /** Columns to change in each person's import row. */
  readonly row?: Readonly<Record<string, string>>;
}

export async function stageOn(kitty: TestKitty) {
  const funder = await kitty.newPerson('Fay', ['funder']);
  const inDays = (days: number): string => addDays(dayOf(kitty.now()), days);
  const get = (path: string, as: TestPerson, more: CallOptions = {}): Promise<Answer> =>
    kitty.call('GET', path, { as, ...more });
  const post = (path: string, as: TestPerson, body: unknown = {}, more: CallOptions = {}): Promise<Answer> =>
    kitty.call('POST', path, { as, body, ...more });
  const put = (path: string, as: TestPerson, body: unknown = {}, more: CallOptions = {}): Promise<Answer> =>
    kitty.call('PUT', path, { as, body, ...more });
  /** The body of a successful answer; throws for any other. */
  const done = async (asked: Answer | Promise<Answer>) => {
    const { status, body } = await asked;
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };

  /** A person's line of an import file: £120 of social care for a year from today, with `changes` applied. */
  const row = (person: TestPerson, changes: Readonly<Record<string, string>> = {}): string => {
    const usual: Record<string, string> = {
      person_ref: `REF-${person.personId}`,
      name: person.name,
      email: person.email,
      stream: 'social-care',
      amount_pounds: '120',
      starts_on: inDays(0),
      ends_on: inDays(364),
      instalment: 'once',
      custody: 'funder',
      outcomes: 'friendship;fitness',
      pooling: '',
    };
    return COLUMNS.map((name) => changes[name] ?? usual[name]).join(',');
  };
  const file = (...rows: string[]): string => [COLUMNS.join(','), ...rows].join('\n');
  const importFile = (csv: string, more: CallOptions = {}): Promise<Answer> =>
    kitty.call('POST', '/v1/allocations/imports', { as: funder, csv, ...more });
  /** The allocations of a person, by stream and start. */
  const allocations = async (person: TestPerson) => (await done(get('/v1/allocations', person))).items;
  const allocation = async (person: TestPerson, id: string) =>
    (await allocations(person)).find((one: { id: string }) => one.id === id);

  /** Imports one row and returns its allocation's id; importing the same row again returns the same allocation. */
  async function grant(person: TestPerson, changes: Readonly<Record<string, string>> = {}): Promise<string> {
    const { rejected } = await done(importFile(file(row(person, changes))));
    if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
    const { stream = 'social-care', starts_on = inDays(0) } = changes;
    return (await allocations(person)).find(
      (one: { stream: string; startsOn: string }) => one.stream === stream && one.startsOn === starts_on,
    ).id;
  }

  async function people(count: number): Promise<TestPerson[]> {
    return Promise.all(NAMES.slice(0, count).map((name) => kitty.newPerson(name, ['holder'])));
  }

  const newPool = (agreement: object = {}) => ({
    name: 'Tuesday dancers',
    purpose: 'Dance together',
    outcomes: ['friendship'],
    agreement: { ...AGREEMENT, ...agreement },
  });

  async function invitation(poolId: string, as: TestPerson, body: object = {}): Promise<string> {
    return (await done(post(`/v1/pools/${poolId}/invitations`, as, body))).code;
  }
  const accept = (code: string, as: TestPerson): Promise<Answer> =>
    post(`/v1/invitations/${code}/acceptance`, as, { signsAgreement: true });

  const contribute = (
    poolId: string,
    as: TestPerson,
    allocationId: string,
    amountPence: number,
    more: { standing?: boolean } = {},
    options: CallOptions = {},
  ): Promise<Answer> => post(`/v1/pools/${poolId}/contributions`, as, { allocationId, amountPence, ...more }, options);

  /** A pool of these people, each with an allocation of £120 of which they have contributed `pence`. */
  async function pool(members: readonly TestPerson[], options: PoolOptions = {}): Promise<Pool> {
    const [first] = members;
    if (!first) throw new Error('a pool needs somebody');
    const { id } = await done(post('/v1/pools', first, newPool(options.agreement)));
    if (members.length > 1) {
      const code = await invitation(id, first, { uses: members.length - 1 });
      for (const person of members.slice(1)) await done(accept(code, person));
    }
    const granted: string[] = [];
    for (const person of members) {
      const pounds = { amount_pounds: String(options.pounds ?? 120) };
      granted.push(await grant(person, { ...pounds, ...options.row }));
      if (options.pence) await done(contribute(id, person, granted.at(-1) ?? '', options.pence));
    }
    return { id, people: members, allocations: granted };
  }
  const see = async (poolId: string, as: TestPerson) => done(get(`/v1/pools/${poolId}`, as));

  async function offer(changes: object = {}, owner?: TestPerson): Promise<Offer> {
    const by = owner ?? (await kitty.newPerson('Dawn', ['enterprise']));
    const { id: enterpriseId } = await done(post('/v1/enterprises', by, enterpriseBody));
    const { id } = await done(post(`/v1/enterprises/${enterpriseId}/offers`, by, { ...offerBody, ...changes }));
    return { owner: by, enterpriseId, offerId: id };
  }

  const propose = async (poolId: string, as: TestPerson, body: object): Promise<string> =>
    (await done(post(`/v1/pools/${poolId}/proposals`, as, body))).proposalId;
  const proposeToBuy = (poolId: string, as: TestPerson, { offerId }: Offer, changes: object = {}): Promise<string> =>
    propose(poolId, as, { offerId, sessions: 2, startsOn: inDays(14), ...changes });
  const vote = (
    poolId: string,
    proposalId: string,
    as: TestPerson,
    changes: object = {},
    more: CallOptions = {},
  ): Promise<Answer> =>
    put(`/v1/pools/${poolId}/proposals/${proposalId}/vote`, as, { choice: 'agree', joining: true, ...changes }, more);

  /** Proposes a purchase; everybody agrees and joins. Returns the commission's id. */
  async function order(pool: Pool, offer: Offer, changes: object = {}): Promise<string> {
    const [first] = pool.people;
    if (!first) throw new Error('a pool needs somebody');
    const id = await proposeToBuy(pool.id, first, offer, changes);
    let last: { commissionId?: string } = {};
    for (const person of pool.people) last = await done(vote(pool.id, id, person));
    if (!last.commissionId) throw new Error(`not agreed: ${JSON.stringify(last)}`);
    return last.commissionId;
  }
  /** Acts on a commission: `verb` is the end of the path, such as `acceptance` or `sessions/1/delivery`. */
  const act = (commissionId: string, verb: string, as: TestPerson, body: object = {}, more: CallOptions = {}) =>
    post(`/v1/commissions/${commissionId}/${verb}`, as, body, more);
  const commission = async (id: string, as: TestPerson) => done(get(`/v1/commissions/${id}`, as));
  const grantSupport = async (person: TestPerson, supporter: TestPerson, scopes: string[], endsOn?: string) =>
    done(put(`/v1/me/supporters/${supporter.personId}`, person, { scopes, ...(endsOn ? { endsOn } : {}) }));

  return {
    kitty,
    funder,
    inDays,
    get,
    post,
    put,
    done,
    row,
    file,
    importFile,
    allocations,
    allocation,
    grant,
    people,
    newPool,
    invitation,
    accept,
    contribute,
    pool,
    see,
    offer,
    propose,
    proposeToBuy,
    vote,
    order,
    act,
    commission,
    grantSupport,
  };
}
export type Stage = Awaited<ReturnType<typeof stageOn>>;

/** Status and error code of an answer. */
export const statusAndCode = ({ status, body }: Answer): [number, string | undefined] => [status, body?.code];
