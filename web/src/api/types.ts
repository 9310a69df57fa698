// Short names for what the API answers, where several pages speak of it.
import type { Answer } from './api.ts';

export type Me = Answer<'GET /v1/me'>;
export type MyContact = Answer<'GET /v1/me/contact'>;
export type MySupporters = Answer<'GET /v1/me/supporters'>;
export type Allocation = Answer<'GET /v1/allocations'>['items'][number];
export type Statement = Answer<'GET /v1/allocations/{id}/statement'>;
export type GrantedAllocation = Answer<'GET /v1/allocations/granted'>['items'][number];
export type ImportAnswer = Answer<'POST /v1/allocations/imports'>;
export type Pool = Answer<'GET /v1/pools/{id}'>;
export type Agreement = Pool['agreement'];
export type Proposal = Pool['proposals'][number];
export type ProposalPage = Answer<'GET /v1/pools/{id}/proposals/{pid}'>;
export type VoteResult = Answer<'PUT /v1/pools/{id}/proposals/{pid}/vote'>;
export type History = Answer<'GET /v1/pools/{id}/history'>;
export type Invitation = Answer<'POST /v1/pools/{id}/invitations'>;
export type InvitationView = Answer<'GET /v1/invitations/{code}'>;
export type DepartureResult = Answer<'POST /v1/pools/{id}/departure'>;
export type Offers = Answer<'GET /v1/offers'>;
export type Offer = Answer<'GET /v1/offers/{id}'>;
export type ListedOffer = Offers['items'][number];
export type Enterprise = Answer<'GET /v1/enterprises/{id}'>;
export type Commission = Answer<'GET /v1/commissions/{id}'>;
export type Session = Commission['sessions'][number];
export type Disputes = Answer<'GET /v1/disputes'>;
export type Totals = Answer<'GET /v1/totals'>;
