// Sample requests: for every operation one that fills every field it accepts, and the data that they refer to.
import { openApiDocument } from '../infra/openapi.ts';
import type { TestPerson } from './harness.ts';
import { enterpriseBody, offerBody, type Stage } from './stage.ts';

export interface Operation {
  /** GET /v1/pools/{id} */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly who: string;
  readonly relation: string | undefined;
  readonly scope: string | undefined;
  /** The content type and schema of the body. */
  readonly takes: string | undefined;
  readonly schema: Schema;
}
export interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
}
interface Described {
  readonly 'x-who': string;
  readonly 'x-relation'?: string;
  readonly 'x-scope'?: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** Every operation that the OpenAPI document describes. */
export const operations: readonly Operation[] = Object.entries(
  openApiDocument().paths as Record<string, Record<string, Described>>,
).flatMap(([path, item]) =>
  Object.entries(item).map(([verb, described]) => {
    const [[takes, content] = [undefined, { schema: {} }]] = Object.entries(described.requestBody?.content ?? {});
    return {
      name: `${verb.toUpperCase()} ${path}`,
      method: verb.toUpperCase(),
      path,
      who: described['x-who'],
      relation: described['x-relation'],
      scope: described['x-scope'],
      takes,
      schema: content.schema,
    };
  }),
);

/** The data: a pool of Rosa (the samples act for her), Sam, and Joe, who is leaving; an order and an open proposal. */
export async function sceneOn(stage: Stage, row: Readonly<Record<string, string>> = {}) {
  const { kitty, done, post } = stage;
  const [member, fellow, leaver] = (await Promise.all(
    ['Rosa', 'Sam', 'Joe'].map((name) => kitty.newPerson(name, ['holder'])),
  )) as [TestPerson, TestPerson, TestPerson];
  const pool = await stage.pool([member, fellow, leaver], {
    agreement: { absence: 'free-with-notice' },
    pounds: 6240,
    pence: 6000,
    row,
  });
  const offer = await stage.offer();
  const commissionId = await stage.order(pool, offer, { sessions: 3 });
  await done(post(`/v1/pools/${pool.id}/departure`, leaver));
  const proposalId = await stage.proposeToBuy(pool.id, member, offer);
  const code = await stage.invitation(pool.id, member, { uses: 49 });
  const supporter = await kitty.newPerson('Sue', ['holder']);
  await stage.grantSupport(member, supporter, ['see', 'vote', 'pay']);
  const { mine } = await stage.see(pool.id, member);
  const acquaintance = await kitty.newPerson('Ada', ['holder']);
  return {
    member,
    fellow,
    leaver,
    supporter,
    acquaintance,
    owner: offer.owner,
    poolId: pool.id,
    allocationId: pool.allocations[0] ?? '',
    lot: String(mine.lots[0].lot),
    enterpriseId: offer.enterpriseId,
    offerId: offer.offerId,
    commissionId,
    proposalId,
    code,
  };
}
export type Scene = Awaited<ReturnType<typeof sceneOn>>;

export interface Sample {
  readonly path: string;
  /** Several where an operation accepts bodies of different shapes. */
  readonly bodies?: readonly object[];
  readonly csv?: string;
}

/** The request for each operation. An operation without one fails the tests that go over all of them. */
export function samplesOf(stage: Stage, scene: Scene): Readonly<Record<string, Sample>> {
  const { poolId, allocationId, enterpriseId, offerId, commissionId, proposalId, code } = scene;
  const pool = `/v1/pools/${poolId}`;
  const proposal = `${pool}/proposals/${proposalId}`;
  const commission = `/v1/commissions/${commissionId}`;
  const session = `${commission}/sessions/1`;
  const terms = {
    decisionRule: 'majority',
    quorum: 2,
    votingDays: 3,
    noticeWeeks: 1,
    openBooks: true,
    absence: 'free-with-notice',
  };
  const enterprise = { ...enterpriseBody, companyNumber: '01234567' };
  const offer = { ...offerBody, travelKm: 5 };
  const reason = [{ reason: 'Because of the weather' }];
  return {
    'GET /v1/health': { path: '/v1/health' },
    'GET /v1/me': { path: '/v1/me' },
    'GET /v1/me/contact': { path: '/v1/me/contact' },
    'PUT /v1/me/contact': { path: '/v1/me/contact', bodies: [{ by: 'text', phone: '07700 900123', digest: true }] },
    'GET /v1/me/supporters': { path: '/v1/me/supporters' },
    'PUT /v1/me/supporters/{personId}': {
      path: `/v1/me/supporters/${scene.acquaintance.personId}`,
      bodies: [{ scopes: ['see'], endsOn: stage.inDays(30) }],
    },
    'DELETE /v1/me/supporters/{personId}': { path: `/v1/me/supporters/${scene.supporter.personId}` },
    'POST /v1/enterprises': { path: '/v1/enterprises', bodies: [enterprise] },
    'GET /v1/enterprises': { path: '/v1/enterprises' },
    'GET /v1/enterprises/{id}': { path: `/v1/enterprises/${enterpriseId}` },
    'PUT /v1/enterprises/{id}': { path: `/v1/enterprises/${enterpriseId}`, bodies: [enterprise] },
    'GET /v1/enterprises/{id}/commissions': { path: `/v1/enterprises/${enterpriseId}/commissions` },
    'GET /v1/enterprises/{id}/earnings': { path: `/v1/enterprises/${enterpriseId}/earnings` },
    'GET /v1/offers': { path: '/v1/offers?near=RM10&withinKm=5&category=dance&q=dance&limit=5' },
    'GET /v1/offers/{id}': { path: `/v1/offers/${offerId}` },
    'POST /v1/enterprises/{id}/offers': { path: `/v1/enterprises/${enterpriseId}/offers`, bodies: [offer] },
    'PUT /v1/offers/{id}': { path: `/v1/offers/${offerId}`, bodies: [offer] },
    'DELETE /v1/offers/{id}': { path: `/v1/offers/${offerId}` },
    'POST /v1/allocations/imports': { path: '/v1/allocations/imports', csv: stage.file(stage.row(scene.acquaintance)) },
    'GET /v1/allocations': { path: '/v1/allocations' },
    'GET /v1/allocations/granted': { path: '/v1/allocations/granted?personRef=R1' },
    'GET /v1/totals': { path: '/v1/totals' },
    'GET /v1/allocations/{id}/statement': { path: `/v1/allocations/${allocationId}/statement?after=0&limit=5` },
    'POST /v1/allocations/{id}/reductions': {
      path: `/v1/allocations/${allocationId}/reductions`,
      bodies: [{ amountPence: 1, from: stage.inDays(28), reason: 'The plan was reviewed' }],
    },
    'POST /v1/pools': { path: '/v1/pools', bodies: [{ ...stage.newPool(), agreement: terms }] },
    'GET /v1/pools': { path: '/v1/pools' },
    'GET /v1/pools/{id}': { path: pool },
    'POST /v1/pools/{id}/invitations': { path: `${pool}/invitations`, bodies: [{ uses: 1, days: 7 }] },
    'DELETE /v1/pools/{id}/invitations/{code}': { path: `${pool}/invitations/${code}` },
    'GET /v1/invitations/{code}': { path: `/v1/invitations/${code}` },
    'POST /v1/invitations/{code}/acceptance': {
      path: `/v1/invitations/${code}/acceptance`,
      bodies: [{ signsAgreement: true, agreementVersion: 1 }],
    },
    'POST /v1/pools/{id}/contributions': {
      path: `${pool}/contributions`,
      bodies: [{ allocationId, amountPence: 1, standing: false }],
    },
    'PUT /v1/pools/{id}/contributions/standing': {
      path: `${pool}/contributions/standing`,
      bodies: [{ allocationId, amountPence: 0 }],
    },
    'PUT /v1/pools/{id}/contributions/standing/pause': {
      path: `${pool}/contributions/standing/pause`,
      bodies: [{ paused: true }, { paused: false }],
    },
    'POST /v1/pools/{id}/withdrawals': { path: `${pool}/withdrawals`, bodies: [{ lot: scene.lot, amountPence: 1 }] },
    'POST /v1/pools/{id}/departure': { path: `${pool}/departure`, bodies: [{}] },
    'POST /v1/pools/{id}/agreement/signatures': {
      path: `${pool}/agreement/signatures`,
      bodies: [{ agreementVersion: 2 }, { version: 2 }],
    },
    'GET /v1/pools/{id}/history': { path: `${pool}/history?after=0&limit=5` },
    'POST /v1/pools/{id}/proposals': {
      path: `${pool}/proposals`,
      bodies: [
        {
          kind: 'buy',
          offerId,
          sessions: 2,
          startsOn: stage.inDays(21),
          time: '11:00',
          everyDays: 7,
          heldAhead: 1,
          note: 'Again?',
        },
        { kind: 'cancel', commissionId, session: 1, note: 'We cannot come' },
        { kind: 'agreement', agreement: terms, note: 'Simpler' },
      ],
    },
    'GET /v1/pools/{id}/proposals/{pid}': { path: proposal },
    'PUT /v1/pools/{id}/proposals/{pid}/vote': {
      path: `${proposal}/vote`,
      bodies: [{ choice: 'agree', joining: true, upToPence: 1500, reason: 'I like it', accessNeeds: ['step-free'] }],
    },
    'POST /v1/pools/{id}/proposals/{pid}/vote/withdrawal': { path: `${proposal}/vote/withdrawal`, bodies: [{}] },
    'POST /v1/pools/{id}/proposals/{pid}/withdrawal': { path: `${proposal}/withdrawal`, bodies: [{}] },
    'GET /v1/commissions/{id}': { path: commission },
    'POST /v1/commissions/{id}/acceptance': { path: `${commission}/acceptance`, bodies: reason },
    'POST /v1/commissions/{id}/refusal': { path: `${commission}/refusal`, bodies: reason },
    'POST /v1/commissions/{id}/cancellation': { path: `${commission}/cancellation`, bodies: reason },
    'POST /v1/commissions/{id}/sessions/{n}/cancellation': { path: `${session}/cancellation`, bodies: reason },
    'POST /v1/commissions/{id}/sessions/{n}/delivery': { path: `${session}/delivery`, bodies: reason },
    'POST /v1/commissions/{id}/sessions/{n}/confirmation': { path: `${session}/confirmation`, bodies: reason },
    'POST /v1/commissions/{id}/sessions/{n}/dispute': { path: `${session}/dispute`, bodies: reason },
    'POST /v1/commissions/{id}/sessions/{n}/resolution': {
      path: `${session}/resolution`,
      bodies: [{ payPence: 100, reason: 'It was half as long' }],
    },
    'PUT /v1/commissions/{id}/sessions/{n}/attendance': { path: `${session}/attendance`, bodies: [{ coming: true }] },
    'PUT /v1/commissions/{id}/limit': { path: `${commission}/limit`, bodies: [{ upToPence: 2000 }] },
    'GET /v1/disputes': { path: '/v1/disputes?limit=5' },
    'GET /v1/journals/pools/{id}/audit': { path: `/v1/journals/pools/${poolId}/audit` },
    'GET /v1/journals/allocations/{id}/audit': { path: `/v1/journals/allocations/${allocationId}/audit` },
  };
}

export function sampleOf(samples: Readonly<Record<string, Sample>>, { name }: Operation): Sample {
  const sample = samples[name];
  if (!sample) throw new Error(`${name} has no sample request: add one to test/samples.ts`);
  return sample;
}
