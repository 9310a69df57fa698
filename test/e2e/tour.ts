// The list of all pages, each with a person of the demo place who sees it, for screenshots and for checks of every page.
import type { Spawned } from '../spawned.ts';
import { newDecisions, newRequest } from './tour-groups.ts';

export interface Stop {
  /** Usable as a file name: it names the screenshot. */
  readonly name: string;
  readonly path: string;
  /** A persona's key; without it nobody is signed in. */
  readonly as?: string;
}

interface Tour {
  readonly stops: readonly Stop[];
  /** Names of the six most important pages. */
  readonly main: readonly string[];
}

export async function tour(kitty: Spawned): Promise<Tour> {
  const read = async (as: string, path: string) => (await kitty.call('GET', path, { as })).body;
  const pools = await read('rosa', '/v1/pools');
  const pool = await read('rosa', `/v1/pools/${pools.items[0].id}`);
  const proposal = pool.proposals.find((one: { status: string }) => one.status === 'open');
  const [commission] = pool.commissions;
  const money = await read('rosa', '/v1/allocations');
  const enterprises = await read('dawn', '/v1/enterprises');
  const enterprise = await read('dawn', `/v1/enterprises/${enterprises.items[0].id}`);
  const [offer] = enterprise.offers;
  const disputedPool = await read('ade', `/v1/pools/${(await read('ade', '/v1/pools')).items[0].id}`);
  const disputed = disputedPool.commissions[0].id;
  const asked = await read('joe', `/v1/pools/${await newRequest(kitty, offer.id)}`);
  const [request] = asked.commissions;
  const body = { coming: false };
  await kitty.call('PUT', `/v1/commissions/${request.id}/sessions/1/attendance`, { as: 'mary', body });
  const { code } = (await kitty.call('POST', `/v1/pools/${pool.id}/invitations`, { as: 'rosa', body: {} })).body;
  const delivered = (await read('rosa', `/v1/commissions/${commission.id}`)).sessions.find(
    (session: { status: string }) => session.status === 'delivered',
  );
  const confirmed = `/commissions/${commission.id}/sessions/${delivered.n}`;
  await kitty.call('POST', `/v1${confirmed}/confirmation`, { as: 'sam', body: {} });
  const { waiting, asked: askedBack, takeBack, notAgreed } = await newDecisions(kitty, asked.id, offer.id);
  const proposals = `/pools/${asked.id}/proposals`;
  const gardeners = (await read('joe', '/v1/pools')).items.find(({ name }: { name: string }) => /^Garden/.test(name));
  const rosa = (name: string, path: string): Stop => ({ name, path, as: 'rosa' });
  const dawn = (name: string, path: string): Stop => ({ name, path, as: 'dawn' });
  const mine = `/my-enterprises/${enterprise.id}`;
  return {
    main: ['start', 'find', 'my-money', 'pool', 'vote', 'request'],
    stops: [
      { name: 'start', path: '/' },
      rosa('start-signed-in', '/'),
      { name: 'how-it-works', path: '/how-it-works' },
      { name: 'find', path: '/find' },
      { name: 'find-near', path: '/find?near=RM10&miles=2' },
      { name: 'find-none', path: '/find?words=xylophone' },
      { name: 'offer', path: `/offers/${offer.id}` },
      rosa('offer-signed-in', `/offers/${offer.id}`),
      { name: 'accessibility', path: '/accessibility' },
      { name: 'privacy', path: '/privacy' },
      { name: 'not-found', path: '/there-is-no-such-page' },
      rosa('my-money', '/my-money'),
      rosa('statement', `/my-money/${money.items[0].id}`),
      rosa('my-pools', '/my-pools'),
      rosa('start-a-pool', '/start-a-pool'),
      rosa('join', '/join'),
      { name: 'join-pool', path: `/join/${code}`, as: 'nina' },
      rosa('pool', `/pools/${pool.id}`),
      { name: 'pool-disputed', path: `/pools/${disputedPool.id}`, as: 'ade' },
      rosa('put-in', `/pools/${pool.id}/put-in`),
      rosa('take-back', `/pools/${pool.id}/take-back`),
      rosa('invite', `/pools/${pool.id}/invite`),
      rosa('leave', `/pools/${pool.id}/leave`),
      rosa('agreement', `/pools/${pool.id}/agreement`),
      rosa('history', `/pools/${pool.id}/history`),
      rosa('propose', `/pools/${pool.id}/propose/${offer.id}`),
      rosa('vote', `/pools/${pool.id}/proposals/${proposal.id}`),
      rosa('commission', `/commissions/${commission.id}`),
      rosa('session', `/commissions/${commission.id}/sessions/${delivered.n}`),
      { name: 'session-disputed', path: `/commissions/${disputed}/sessions/3`, as: 'ade' },
      { name: 'session-to-come', path: `/commissions/${request.id}/sessions/1`, as: 'joe' },
      { name: 'session-away', path: `/commissions/${request.id}/sessions/1`, as: 'mary' },
      { name: 'session-confirmed', path: confirmed, as: 'sam' },
      { name: 'commission-confirmed', path: `/commissions/${commission.id}`, as: 'sam' },
      { name: 'vote-waiting', path: `${proposals}/${waiting}`, as: 'joe' },
      { name: 'vote-waiting-asked', path: `${proposals}/${askedBack}`, as: 'joe' },
      { name: 'vote-take-back', path: `${proposals}/${takeBack}`, as: 'joe' },
      { name: 'vote-not-agreed', path: `${proposals}/${notAgreed}`, as: 'joe' },
      { name: 'pool-deciding', path: `/pools/${asked.id}`, as: 'joe' },
      { name: 'leave-planned', path: `/pools/${gardeners.id}/leave`, as: 'joe' },
      { name: 'pool-left', path: `/pools/${asked.id}`, as: 'sam' },
      { name: 'leave-left', path: `/pools/${asked.id}/leave`, as: 'sam' },
      { name: 'vote-left', path: `${proposals}/${takeBack}`, as: 'sam' },
      { name: 'commission-left', path: `/commissions/${request.id}`, as: 'sam' },
      rosa('my-supporters', '/my-supporters'),
      rosa('contact', '/how-we-tell-you'),
      { name: 'supporter', path: '/my-supporters', as: 'nina' },
      dawn('my-enterprises', '/my-enterprises'),
      dawn('new-enterprise', '/my-enterprises/new'),
      dawn('enterprise', mine),
      dawn('new-offer', `${mine}/offers/new`),
      dawn('change-offer', `${mine}/offers/${offer.id}`),
      dawn('calendar', `${mine}/calendar`),
      dawn('earnings', `${mine}/earnings`),
      dawn('request', `/commissions/${request.id}`),
      dawn('delivery', `/commissions/${commission.id}`),
      { name: 'session-enterprise', path: `/commissions/${commission.id}/sessions/8`, as: 'dawn' },
      { name: 'start-broker', path: '/', as: 'broker' },
      { name: 'disputes', path: '/disputes', as: 'broker' },
      { name: 'commission-broker', path: `/commissions/${disputed}`, as: 'broker' },
      { name: 'place', path: '/place', as: 'funder' },
      { name: 'imports', path: '/place/imports', as: 'funder' },
    ],
  };
}
