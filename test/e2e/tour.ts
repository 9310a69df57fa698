// The list of all pages, each with a person of the demo place who sees it, for screenshots and for checks of every page.
import type { Spawned } from '../spawned.ts';

export interface Stop {
  /** Usable as a file name: it names the screenshot. */
  readonly name: string;
  readonly path: string;
  /** A persona's key; without it nobody is signed in. */
  readonly as?: string;
}

const BODY = { joining: true, choice: 'agree' };
const DAYS = 24 * 60 * 60 * 1000;

/** Makes a request that the enterprise has not answered: six people pool, agree, and ask Dawn for a dance class. Returns the pool's id. */
export async function newRequest(kitty: Spawned, offerId: string): Promise<string> {
  const who = ['joe', 'mary', 'nina', 'ade', 'leo', 'sam'];
  const send = async (as: string, method: string, path: string, body: unknown) => {
    const answer = await kitty.call(method, path, { as, body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const { id } = await send('joe', 'POST', '/v1/pools', {
    name: 'Sunday dancers',
    purpose: 'Dance on Sundays as well.',
    outcomes: ['friendship', 'fitness'],
    agreement: { decisionRule: 'consent', quorum: 4, votingDays: 7, noticeWeeks: 4, absence: 'free-with-notice' },
  });
  const { code } = await send('joe', 'POST', `/v1/pools/${id}/invitations`, { uses: 5 });
  for (const key of who.slice(1))
    await send(key, 'POST', `/v1/invitations/${code}/acceptance`, { signsAgreement: true });
  for (const key of who) {
    const { items } = (await kitty.call('GET', '/v1/allocations', { as: key })).body;
    await send(key, 'POST', `/v1/pools/${id}/contributions`, { allocationId: items[0].id, amountPence: 6000 });
  }
  const startsOn = new Date(Date.now() + 30 * DAYS).toISOString().slice(0, 10);
  const { proposalId } = await send('joe', 'POST', `/v1/pools/${id}/proposals`, { offerId, sessions: 4, startsOn });
  for (const key of who) await send(key, 'PUT', `/v1/pools/${id}/proposals/${proposalId}/vote`, BODY);
  return id;
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
      { name: 'place', path: '/place', as: 'funder' },
      { name: 'imports', path: '/place/imports', as: 'funder' },
    ],
  };
}
