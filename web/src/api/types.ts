// What the API sends and takes, from the rooms' own schemas; types only, so that none of their code is in a page.
import type * as z from 'zod';
import type {
  allocationList,
  granted,
  imported,
  statement,
} from '../../../functions/allocations/allocations.schema.ts';
import type { offerAnswer, offersAnswer } from '../../../functions/catalogue/catalogue.schema.ts';
import type { commission, commissionList, earnings } from '../../../functions/commissions/commissions.schema.ts';
import type { enterpriseAnswer, enterprisesAnswer } from '../../../functions/enterprises/enterprises.schema.ts';
import type { me, myContact, supporters } from '../../../functions/people/people.schema.ts';
import type {
  accepted,
  departed,
  history,
  invitation,
  invitationView,
  pool,
  poolList,
} from '../../../functions/pools/pools.schema.ts';
import type { proposalPage, voted } from '../../../functions/proposals/proposals.schema.ts';
import type { totals } from '../../../functions/views/views.schema.ts';

type Of<Schema extends z.ZodType> = z.output<Schema>;

export type Me = Of<typeof me>;
export type MyContact = Of<typeof myContact>;
export type MySupporters = Of<typeof supporters>;
export type Allocations = Of<typeof allocationList>;
export type Allocation = Allocations['items'][number];
export type Statement = Of<typeof statement>;
export type Granted = Of<typeof granted>;
export type Imported = Of<typeof imported>;
export type Pools = Of<typeof poolList>;
export type Pool = Of<typeof pool>;
export type Agreement = Pool['agreement'];
export type Proposal = Pool['proposals'][number];
export type ProposalPage = Of<typeof proposalPage>;
export type Voted = Of<typeof voted>;
export type History = Of<typeof history>;
export type Invitation = Of<typeof invitation>;
export type InvitationView = Of<typeof invitationView>;
export type Accepted = Of<typeof accepted>;
export type Departed = Of<typeof departed>;
export type Offers = Of<typeof offersAnswer>;
export type Offer = Of<typeof offerAnswer>;
export type ListedOffer = Offers['items'][number];
export type Enterprises = Of<typeof enterprisesAnswer>;
export type Enterprise = Of<typeof enterpriseAnswer>;
export type Commission = Of<typeof commission>;
export type Session = Commission['sessions'][number];
export type Commissions = Of<typeof commissionList>;
export type Earnings = Of<typeof earnings>;
export type Totals = Of<typeof totals>;
