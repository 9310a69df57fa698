// Every address of the web and its page. A page's code is loaded when it is first opened.
import type { AnyComponent } from 'preact';
import { lazy } from 'preact-iso';

/** A `private` page sends people who are not signed in to sign in first, and then back to it. */
export interface PageRoute {
  readonly path: string;
  readonly component: AnyComponent;
  readonly private?: true;
}

export const ROUTES: readonly PageRoute[] = [
  { path: '/', component: lazy(async () => (await import('./pages/start/start.tsx')).Start) },
  { path: '/how-it-works', component: lazy(async () => (await import('./pages/about/how-it-works.tsx')).HowItWorks) },
  {
    path: '/accessibility',
    component: lazy(async () => (await import('./pages/about/accessibility.tsx')).Accessibility),
  },
  { path: '/privacy', component: lazy(async () => (await import('./pages/about/privacy.tsx')).Privacy) },
  { path: '/find', component: lazy(async () => (await import('./pages/offers/find.tsx')).Find) },
  { path: '/offers/:id', component: lazy(async () => (await import('./pages/offers/offer.tsx')).OfferPage) },
  { path: '/sign-in', component: lazy(async () => (await import('./pages/sign-in/sign-in.tsx')).SignIn) },
  { path: '/signed-in', component: lazy(async () => (await import('./pages/sign-in/signed-in.tsx')).SignedIn) },
  {
    path: '/my-money',
    component: lazy(async () => (await import('./pages/allocations/my-money.tsx')).MyMoney),
    private: true,
  },
  {
    path: '/my-money/:id',
    component: lazy(async () => (await import('./pages/allocations/statement.tsx')).StatementPage),
    private: true,
  },
  {
    path: '/my-pools',
    component: lazy(async () => (await import('./pages/pools/my-pools.tsx')).MyPools),
    private: true,
  },
  {
    path: '/start-a-pool',
    component: lazy(async () => (await import('./pages/pools/start-pool.tsx')).StartPool),
    private: true,
  },
  { path: '/join', component: lazy(async () => (await import('./pages/pools/join.tsx')).Join), private: true },
  {
    path: '/join/:code',
    component: lazy(async () => (await import('./pages/pools/join-pool.tsx')).JoinPool),
    private: true,
  },
  { path: '/pools/:id', component: lazy(async () => (await import('./pages/pools/pool.tsx')).PoolPage), private: true },
  {
    path: '/pools/:id/put-in',
    component: lazy(async () => (await import('./pages/pools/put-in.tsx')).PutIn),
    private: true,
  },
  {
    path: '/pools/:id/take-back',
    component: lazy(async () => (await import('./pages/pools/take-back.tsx')).TakeBack),
    private: true,
  },
  {
    path: '/pools/:id/invite',
    component: lazy(async () => (await import('./pages/pools/invite.tsx')).Invite),
    private: true,
  },
  {
    path: '/pools/:id/leave',
    component: lazy(async () => (await import('./pages/pools/leave.tsx')).Leave),
    private: true,
  },
  {
    path: '/pools/:id/agreement',
    component: lazy(async () => (await import('./pages/pools/agreement.tsx')).AgreementPage),
    private: true,
  },
  {
    path: '/pools/:id/history',
    component: lazy(async () => (await import('./pages/pools/history.tsx')).HistoryPage),
    private: true,
  },
  {
    path: '/pools/:id/propose/:offerId',
    component: lazy(async () => (await import('./pages/proposals/propose.tsx')).Propose),
    private: true,
  },
  {
    path: '/pools/:id/proposals/:pid',
    component: lazy(async () => (await import('./pages/proposals/vote.tsx')).VotePage),
    private: true,
  },
  {
    path: '/commissions/:id',
    component: lazy(async () => (await import('./pages/commissions/commission.tsx')).CommissionPage),
    private: true,
  },
  {
    path: '/commissions/:id/sessions/:n',
    component: lazy(async () => (await import('./pages/commissions/session.tsx')).SessionPage),
    private: true,
  },
  {
    path: '/my-supporters',
    component: lazy(async () => (await import('./pages/people/supporters.tsx')).Supporters),
    private: true,
  },
  {
    path: '/how-we-tell-you',
    component: lazy(async () => (await import('./pages/people/contact.tsx')).ContactPage),
    private: true,
  },
  {
    path: '/my-enterprises',
    component: lazy(async () => (await import('./pages/enterprises/my-enterprises.tsx')).MyEnterprises),
    private: true,
  },
  {
    path: '/my-enterprises/new',
    component: lazy(async () => (await import('./pages/enterprises/new-enterprise.tsx')).NewEnterprise),
    private: true,
  },
  {
    path: '/my-enterprises/:id',
    component: lazy(async () => (await import('./pages/enterprises/enterprise.tsx')).EnterprisePage),
    private: true,
  },
  {
    path: '/my-enterprises/:id/offers/new',
    component: lazy(async () => (await import('./pages/offers/new-offer.tsx')).NewOffer),
    private: true,
  },
  {
    path: '/my-enterprises/:id/offers/:offerId',
    component: lazy(async () => (await import('./pages/offers/change-offer.tsx')).ChangeOffer),
    private: true,
  },
  {
    path: '/my-enterprises/:id/calendar',
    component: lazy(async () => (await import('./pages/enterprises/calendar.tsx')).CalendarPage),
    private: true,
  },
  {
    path: '/my-enterprises/:id/earnings',
    component: lazy(async () => (await import('./pages/enterprises/earnings.tsx')).EarningsPage),
    private: true,
  },
  {
    path: '/disputes',
    component: lazy(async () => (await import('./pages/disputes/disputes.tsx')).DisputesPage),
    private: true,
  },
  { path: '/place', component: lazy(async () => (await import('./pages/council/place.tsx')).PlacePage), private: true },
  {
    path: '/place/imports',
    component: lazy(async () => (await import('./pages/council/imports.tsx')).Imports),
    private: true,
  },
];
