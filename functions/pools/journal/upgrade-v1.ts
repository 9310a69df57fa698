// Reads what version 1 stored in pools' journals: the same things under other names. Throws for anything else.
import * as z from 'zod/mini';
import { ABSENCES, CHOICES, CUSTODIES, DECISION_RULES, PRICE_MODELS, STREAMS } from '../../kernel/words.ts';
import type {
  DecidedProposal,
  Invitation,
  Lot,
  Order,
  Participant,
  PoolChange,
  PoolState,
  Proposal,
  SessionSettlement,
  Vote,
} from './pool-state.ts';
import { type CommissionV2, type PoolStateV2, upgradeCommissionV2, upgradePoolStateV2 } from './upgrade-v2.ts';

const text = z.string();
const amount = z.number();
const map = <Value extends z.ZodMiniType>(value: Value) => z.record(text, value);
const changeOf = <Type extends string, Shape extends z.core.$ZodShape>(is: Type, shape: Shape) =>
  z.object({ is: z.literal(is), ...shape });

const terms = z.object({
  decisionRule: z.enum(DECISION_RULES),
  quorum: amount,
  votingDays: amount,
  noticeWeeks: amount,
  openBooks: z.boolean(),
  absence: z.enum(ABSENCES),
});
const agreement = z.extend(terms, { version: amount });

const deal = z.object({
  offer: text,
  enterprise: text,
  priceModel: z.enum(PRICE_MODELS),
  price: amount,
  least: amount,
  most: amount,
  hours: amount,
  charge: amount,
  sessions: amount,
  startsOn: text,
  time: text,
  every: amount,
  ahead: amount,
});

const orderOf = (was: z.output<typeof deal>): Order => ({
  offerId: was.offer,
  enterpriseId: was.enterprise,
  priceModel: was.priceModel,
  pricePence: was.price,
  minPeople: was.least,
  maxPeople: was.most,
  cancellation: { hours: was.hours, chargePercent: was.charge },
  sessions: was.sessions,
  startsOn: was.startsOn,
  time: was.time,
  everyDays: was.every,
  heldAhead: was.ahead,
});

const vote = z.pipe(
  z.object({ choice: z.enum(CHOICES), joining: z.boolean(), upTo: amount }),
  z.transform(({ upTo, ...same }): Vote => ({ ...same, upToPence: upTo })),
);

const deciding = {
  by: text,
  closes: text,
  electors: z.array(text),
  rule: z.enum(DECISION_RULES),
  quorum: amount,
  votes: map(vote),
  status: z.enum(['open', 'waiting']),
};
const proposal = z.pipe(
  z.discriminatedUnion('kind', [
    z.object({ ...deciding, kind: z.literal('buy'), deal }),
    z.object({ ...deciding, kind: z.literal('cancel'), commission: text, session: z.optional(amount) }),
    z.object({ ...deciding, kind: z.literal('agreement'), terms }),
  ]),
  z.transform((was): Proposal => {
    const { by, electors, quorum, votes, status } = was;
    const same = { by, closesAt: was.closes, electors, decisionRule: was.rule, quorum, votes, status };
    switch (was.kind) {
      case 'buy':
        return { ...same, kind: 'buy', order: orderOf(was.deal) };
      case 'cancel':
        return {
          ...same,
          kind: 'cancel',
          commissionId: was.commission,
          ...(was.session === undefined ? {} : { session: was.session }),
        };
      case 'agreement':
        return { ...same, kind: 'agreement', agreement: was.terms };
    }
  }),
);

const ended = z.pipe(
  z.object({
    kind: z.enum(['buy', 'cancel', 'agreement']),
    by: text,
    status: z.enum(['agreed', 'not-agreed', 'withdrawn']),
    endedAt: text,
    rule: z.enum(DECISION_RULES),
    quorum: amount,
    counted: z.object({
      electors: amount,
      joining: amount,
      agree: amount,
      abstain: amount,
      disagree: amount,
      block: amount,
    }),
  }),
  z.transform(({ rule, counted, ...same }): DecidedProposal => ({ ...same, decisionRule: rule, counts: counted })),
);

const participant = z.pipe(
  z.object({ id: text, upTo: amount, until: z.optional(text) }),
  z.transform(
    ({ id, upTo, until }): Participant => ({
      personId: id,
      upToPence: upTo,
      ...(until === undefined ? {} : { lastDay: until }),
    }),
  ),
);

const talk = z.pipe(
  z.object({
    releases: z.optional(text),
    pool: z.optional(amount),
    enterprise: z.optional(amount),
    paid: z.optional(amount),
  }),
  z.transform(
    ({ releases, pool, enterprise, paid }): SessionSettlement => ({
      ...(releases === undefined ? {} : { releasesAt: releases }),
      ...(pool === undefined ? {} : { poolPence: pool }),
      ...(enterprise === undefined ? {} : { enterprisePence: enterprise }),
      ...(paid === undefined ? {} : { paidPence: paid }),
    }),
  ),
);

export const commissionStatus = z.enum(['requested', 'accepted', 'refused', 'expired', 'cancelled', 'done']);
export const sessionStatus = z.enum([
  'planned',
  'held',
  'not-funded',
  'delivered',
  'disputed',
  'released',
  'cancelled',
]);

export const commissionV1 = z.pipe(
  z.extend(deal, {
    status: commissionStatus,
    answerBy: text,
    people: z.array(participant),
    away: z.optional(map(z.array(text))),
    held: map(amount),
    earned: map(amount),
    states: z.array(sessionStatus),
    talks: map(talk),
    endedAt: z.optional(text),
  }),
  z.transform(
    (was): CommissionV2 => ({
      ...orderOf(was),
      status: was.status,
      answerBy: was.answerBy,
      participants: was.people,
      ...(was.away === undefined ? {} : { absentees: was.away }),
      heldByLot: was.held,
      earnedByCustody: was.earned,
      sessionStatuses: was.states,
      settlements: was.talks,
      ...(was.endedAt === undefined ? {} : { endedAt: was.endedAt }),
    }),
  ),
);

const invitation = { by: text, until: text, left: amount };
const invitationOf = ({ by, until, left }: { by: string; until: string; left: number }): Invitation => ({
  by,
  endsOn: until,
  usesLeft: left,
});

const lot = {
  person: text,
  allocation: text,
  stream: z.enum(STREAMS),
  custody: z.enum(CUSTODIES),
  funder: text,
  ends: text,
};
type LotV1 = z.output<z.ZodMiniObject<typeof lot>>;
const lotOf = ({ person, allocation, stream, custody, funder, ends }: LotV1): Omit<Lot, 'freePence'> => ({
  personId: person,
  allocationId: allocation,
  stream,
  custody,
  funder,
  endsOn: ends,
});

const state = z.pipe(
  z.object({
    id: text,
    outcomes: z.array(text),
    agreement,
    pending: z.optional(agreement),
    members: map(
      z.pipe(
        z.object({ signed: amount }),
        z.transform(({ signed }) => ({ signedVersion: signed })),
      ),
    ),
    leaving: map(z.object({ endsOn: text })),
    invitations: map(z.pipe(z.object(invitation), z.transform(invitationOf))),
    lots: map(
      z.pipe(
        z.object({ ...lot, free: amount }),
        z.transform((was): Lot => ({ ...lotOf(was), freePence: was.free })),
      ),
    ),
    lotsEver: amount,
    proposals: map(proposal),
    ended: map(ended),
    commissions: map(commissionV1),
    released: amount,
  }),
  z.transform(
    ({ pending, lotsEver, ended: decidedProposals, released, ...same }): PoolStateV2 => ({
      ...same,
      ...(pending === undefined ? {} : { pendingAgreement: pending }),
      lotsMade: lotsEver,
      decidedProposals,
      releasedPence: released,
    }),
  ),
);

const change = z.union([
  z.pipe(
    changeOf('opened', { id: text, outcomes: z.array(text), agreement }),
    z.transform(({ is: type, ...same }): PoolChange => ({ type, ...same })),
  ),
  z.pipe(
    changeOf('joined', { person: text, signed: amount }),
    z.transform(({ is: type, person, signed }): PoolChange => ({ type, personId: person, signedVersion: signed })),
  ),
  z.pipe(
    changeOf('left', { person: text, endsOn: text }),
    z.transform(({ is: type, person, endsOn }): PoolChange => ({ type, personId: person, endsOn })),
  ),
  z.pipe(
    changeOf('gone', { person: text, endsOn: text }),
    z.transform(({ person, endsOn }): PoolChange => ({ type: 'notice-ended', personId: person, endsOn })),
  ),
  z.pipe(
    changeOf('invited', { id: text, ...invitation }),
    z.transform(({ is: type, id, ...was }): PoolChange => ({ type, id, ...invitationOf(was) })),
  ),
  z.pipe(
    changeOf('invitation-used', { id: text }),
    z.transform(({ is: type, id }): PoolChange => ({ type, id })),
  ),
  z.pipe(
    changeOf('invitation-revoked', { id: text }),
    z.transform(({ is: type, id }): PoolChange => ({ type, id })),
  ),
  z.pipe(
    changeOf('lot', { n: text, ...lot }),
    z.transform(({ n, ...was }): PoolChange => ({ type: 'lot-made', lot: n, ...lotOf(was) })),
  ),
  z.pipe(
    changeOf('proposed', { id: text, proposal }),
    z.transform(({ is: type, ...same }): PoolChange => ({ type, ...same })),
  ),
  z.pipe(
    changeOf('voted', { id: text, person: text, vote }),
    z.transform(({ is: type, person, ...same }): PoolChange => ({ type, personId: person, ...same })),
  ),
  z.pipe(
    changeOf('vote-withdrawn', { id: text, person: text }),
    z.transform(({ is: type, id, person }): PoolChange => ({ type, id, personId: person })),
  ),
  z.pipe(
    changeOf('proposal', { id: text, status: z.enum(['waiting', 'agreed', 'not-agreed', 'withdrawn']) }),
    z.transform(({ id, status }): PoolChange => ({ type: 'proposal-status', id, status })),
  ),
  z.pipe(
    changeOf('agreement', { agreement }),
    z.transform((was): PoolChange => ({ type: 'agreement-agreed', agreement: was.agreement })),
  ),
  z.pipe(
    changeOf('signed', { person: text, version: amount }),
    z.transform(({ is: type, person, version }): PoolChange => ({ type, personId: person, version })),
  ),
  z.pipe(
    changeOf('in-force', {}),
    z.transform((): PoolChange => ({ type: 'agreement-in-force' })),
  ),
  z.pipe(
    changeOf('commissioned', { id: text, commission: commissionV1 }),
    z.transform(
      ({ is: type, id, commission }): PoolChange => ({ type, id, commission: upgradeCommissionV2(commission) }),
    ),
  ),
  z.pipe(
    changeOf('commission', { id: text, status: commissionStatus }),
    z.transform(({ id, status }): PoolChange => ({ type: 'commission-status', id, status })),
  ),
  z.pipe(
    changeOf('session', { id: text, n: amount, status: sessionStatus, talk: z.optional(talk) }),
    z.transform(
      ({ id, n, status, talk: settlement }): PoolChange => ({
        type: 'session-status',
        id,
        n,
        status,
        ...(settlement === undefined ? {} : { settlement }),
      }),
    ),
  ),
  z.pipe(
    changeOf('limit', { id: text, person: text, upTo: amount }),
    z.transform(
      ({ id, person, upTo }): PoolChange => ({ type: 'limit-changed', id, personId: person, upToPence: upTo }),
    ),
  ),
  z.pipe(
    changeOf('away', { id: text, n: amount, person: text }),
    z.transform(({ id, n, person }): PoolChange => ({ type: 'absent', id, n, personId: person })),
  ),
  z.pipe(
    changeOf('coming', { id: text, n: amount, person: text }),
    z.transform(({ id, n, person }): PoolChange => ({ type: 'attending', id, n, personId: person })),
  ),
]);

export const upgradePoolStateV1 = (stored: unknown): PoolState => upgradePoolStateV2(state.parse(stored));
export const upgradePoolChangeV1 = (stored: unknown): PoolChange => change.parse(stored);
