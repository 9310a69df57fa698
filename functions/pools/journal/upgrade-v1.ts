// Reads what version 1 stored in pools' journals: the same things under other names. Throws for anything else.
import * as z from 'zod';
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
const map = <Value extends z.ZodType>(value: Value) => z.record(text, value);
const changeOf = <Type extends string, Shape extends z.ZodRawShape>(is: Type, shape: Shape) =>
  z.object({ is: z.literal(is), ...shape });

const terms = z.object({
  decisionRule: z.enum(DECISION_RULES),
  quorum: amount,
  votingDays: amount,
  noticeWeeks: amount,
  openBooks: z.boolean(),
  absence: z.enum(ABSENCES),
});
const agreement = terms.extend({ version: amount });

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

const vote = z
  .object({ choice: z.enum(CHOICES), joining: z.boolean(), upTo: amount })
  .transform(({ upTo, ...same }): Vote => ({ ...same, upToPence: upTo }));

const deciding = {
  by: text,
  closes: text,
  electors: z.array(text),
  rule: z.enum(DECISION_RULES),
  quorum: amount,
  votes: map(vote),
  status: z.enum(['open', 'waiting']),
};
const proposal = z
  .discriminatedUnion('kind', [
    z.object({ ...deciding, kind: z.literal('buy'), deal }),
    z.object({ ...deciding, kind: z.literal('cancel'), commission: text, session: amount.optional() }),
    z.object({ ...deciding, kind: z.literal('agreement'), terms }),
  ])
  .transform((was): Proposal => {
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
  });

const ended = z
  .object({
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
  })
  .transform(({ rule, counted, ...same }): DecidedProposal => ({ ...same, decisionRule: rule, counts: counted }));

const participant = z.object({ id: text, upTo: amount, until: text.optional() }).transform(
  ({ id, upTo, until }): Participant => ({
    personId: id,
    upToPence: upTo,
    ...(until === undefined ? {} : { lastDay: until }),
  }),
);

const talk = z
  .object({
    releases: text.optional(),
    pool: amount.optional(),
    enterprise: amount.optional(),
    paid: amount.optional(),
  })
  .transform(
    ({ releases, pool, enterprise, paid }): SessionSettlement => ({
      ...(releases === undefined ? {} : { releasesAt: releases }),
      ...(pool === undefined ? {} : { poolPence: pool }),
      ...(enterprise === undefined ? {} : { enterprisePence: enterprise }),
      ...(paid === undefined ? {} : { paidPence: paid }),
    }),
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

export const commissionV1 = deal
  .extend({
    status: commissionStatus,
    answerBy: text,
    people: z.array(participant),
    away: map(z.array(text)).optional(),
    held: map(amount),
    earned: map(amount),
    states: z.array(sessionStatus),
    talks: map(talk),
    endedAt: text.optional(),
  })
  .transform(
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
type LotV1 = z.output<z.ZodObject<typeof lot>>;
const lotOf = ({ person, allocation, stream, custody, funder, ends }: LotV1): Omit<Lot, 'freePence'> => ({
  personId: person,
  allocationId: allocation,
  stream,
  custody,
  funder,
  endsOn: ends,
});

const state = z
  .object({
    id: text,
    outcomes: z.array(text),
    agreement,
    pending: agreement.optional(),
    members: map(z.object({ signed: amount }).transform(({ signed }) => ({ signedVersion: signed }))),
    leaving: map(z.object({ endsOn: text })),
    invitations: map(z.object(invitation).transform(invitationOf)),
    lots: map(z.object({ ...lot, free: amount }).transform((was): Lot => ({ ...lotOf(was), freePence: was.free }))),
    lotsEver: amount,
    proposals: map(proposal),
    ended: map(ended),
    commissions: map(commissionV1),
    released: amount,
  })
  .transform(
    ({ pending, lotsEver, ended: decidedProposals, released, ...same }): PoolStateV2 => ({
      ...same,
      ...(pending === undefined ? {} : { pendingAgreement: pending }),
      lotsMade: lotsEver,
      decidedProposals,
      releasedPence: released,
    }),
  );

const change = z.union([
  changeOf('opened', { id: text, outcomes: z.array(text), agreement }).transform(
    ({ is: type, ...same }): PoolChange => ({ type, ...same }),
  ),
  changeOf('joined', { person: text, signed: amount }).transform(
    ({ is: type, person, signed }): PoolChange => ({ type, personId: person, signedVersion: signed }),
  ),
  changeOf('left', { person: text, endsOn: text }).transform(
    ({ is: type, person, endsOn }): PoolChange => ({ type, personId: person, endsOn }),
  ),
  changeOf('gone', { person: text, endsOn: text }).transform(
    ({ person, endsOn }): PoolChange => ({ type: 'notice-ended', personId: person, endsOn }),
  ),
  changeOf('invited', { id: text, ...invitation }).transform(
    ({ is: type, id, ...was }): PoolChange => ({ type, id, ...invitationOf(was) }),
  ),
  changeOf('invitation-used', { id: text }).transform(({ is: type, id }): PoolChange => ({ type, id })),
  changeOf('invitation-revoked', { id: text }).transform(({ is: type, id }): PoolChange => ({ type, id })),
  changeOf('lot', { n: text, ...lot }).transform(
    ({ n, ...was }): PoolChange => ({ type: 'lot-made', lot: n, ...lotOf(was) }),
  ),
  changeOf('proposed', { id: text, proposal }).transform(({ is: type, ...same }): PoolChange => ({ type, ...same })),
  changeOf('voted', { id: text, person: text, vote }).transform(
    ({ is: type, person, ...same }): PoolChange => ({ type, personId: person, ...same }),
  ),
  changeOf('vote-withdrawn', { id: text, person: text }).transform(
    ({ is: type, id, person }): PoolChange => ({ type, id, personId: person }),
  ),
  changeOf('proposal', { id: text, status: z.enum(['waiting', 'agreed', 'not-agreed', 'withdrawn']) }).transform(
    ({ id, status }): PoolChange => ({ type: 'proposal-status', id, status }),
  ),
  changeOf('agreement', { agreement }).transform(
    (was): PoolChange => ({ type: 'agreement-agreed', agreement: was.agreement }),
  ),
  changeOf('signed', { person: text, version: amount }).transform(
    ({ is: type, person, version }): PoolChange => ({ type, personId: person, version }),
  ),
  changeOf('in-force', {}).transform((): PoolChange => ({ type: 'agreement-in-force' })),
  changeOf('commissioned', { id: text, commission: commissionV1 }).transform(
    ({ is: type, id, commission }): PoolChange => ({ type, id, commission: upgradeCommissionV2(commission) }),
  ),
  changeOf('commission', { id: text, status: commissionStatus }).transform(
    ({ id, status }): PoolChange => ({ type: 'commission-status', id, status }),
  ),
  changeOf('session', { id: text, n: amount, status: sessionStatus, talk: talk.optional() }).transform(
    ({ id, n, status, talk: settlement }): PoolChange => ({
      type: 'session-status',
      id,
      n,
      status,
      ...(settlement === undefined ? {} : { settlement }),
    }),
  ),
  changeOf('limit', { id: text, person: text, upTo: amount }).transform(
    ({ id, person, upTo }): PoolChange => ({ type: 'limit-changed', id, personId: person, upToPence: upTo }),
  ),
  changeOf('away', { id: text, n: amount, person: text }).transform(
    ({ id, n, person }): PoolChange => ({ type: 'absent', id, n, personId: person }),
  ),
  changeOf('coming', { id: text, n: amount, person: text }).transform(
    ({ id, n, person }): PoolChange => ({ type: 'attending', id, n, personId: person }),
  ),
]);

export const upgradePoolStateV1 = (stored: unknown): PoolState => upgradePoolStateV2(state.parse(stored));
export const upgradePoolChangeV1 = (stored: unknown): PoolChange => change.parse(stored);
