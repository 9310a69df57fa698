// Turns a step into a request of the API. Keys become the ids that the API gave; a step whose key has none yet cannot be sent.
import type { Step } from './steps.ts';

export interface Ids {
  /** The API's id of a key, if it has one. */
  id(key: string): string | undefined;
  /** The number of somebody's lot in a pool, as they see it. */
  lot(pool: string, alloc: string): string | undefined;
  /** Whether this Kitty knows `agreementVersion`. */
  readonly names: { readonly version: boolean };
}

export interface Asked {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly as: string;
  readonly body?: object;
  readonly csv?: string;
}

export const COLUMNS =
  'person_ref,name,email,stream,amount_pounds,starts_on,ends_on,instalment,custody,outcomes,pooling';

export function requestOf(step: Step, ids: Ids): Asked | undefined {
  let known = true;
  const id = (key: string): string => {
    const found = ids.id(key);
    if (found === undefined) known = false;
    return found ?? '';
  };
  const asked = request(step, id, ids);
  return known ? asked : undefined;
}

function request(step: Step, id: (key: string) => string, ids: Ids): Asked | undefined {
  const post = (as: string, path: string, body: object = {}): Asked => ({ method: 'POST', path, as, body });
  const put = (as: string, path: string, body: object): Asked => ({ method: 'PUT', path, as, body });
  switch (step.do) {
    case 'grant': {
      const { owner, stream, granted, startsOn, endsOn, instalment, pooling, outcomes } = step.grant;
      const ref = `REF-${owner}`;
      const email = `${id(owner)}@example.org`;
      const pounds = (granted / 100).toFixed(2);
      const row = [ref, 'Robin', email, stream, pounds, startsOn, endsOn, instalment, 'funder', outcomes.join(';')];
      return {
        method: 'POST',
        path: '/v1/allocations/imports',
        as: 'funder',
        csv: `${COLUMNS}\n${[...row, pooling ? '' : 'no'].join(',')}`,
      };
    }
    case 'list': {
      const { key, runner, ...terms } = step.offer;
      return post(runner, `/v1/enterprises/${id(`enterprise of ${runner}`)}/offers`, {
        ...terms,
        title: key,
        description: 'An hour together',
        category: 'dance',
        durationMinutes: 60,
        postcode: 'RM10 7XX',
        access: [],
      });
    }
    case 'open':
      return post(step.who, '/v1/pools', {
        name: step.key,
        purpose: 'Together',
        outcomes: step.outcomes,
        agreement: step.terms,
      });
    case 'invite':
      return post(step.who, `/v1/pools/${id(step.pool)}/invitations`, { uses: step.uses, days: step.days });
    case 'join':
      return post(step.who, `/v1/invitations/${id(step.code)}/acceptance`, {
        signsAgreement: true,
        ...(ids.names.version ? { agreementVersion: step.version } : {}),
      });
    case 'sign':
      return post(step.who, `/v1/pools/${id(step.pool)}/agreement/signatures`, {
        [ids.names.version ? 'agreementVersion' : 'version']: step.version,
      });
    case 'put':
      return post(step.who, `/v1/pools/${id(step.pool)}/contributions`, {
        allocationId: id(step.alloc),
        amountPence: step.pence,
        standing: step.standing,
      });
    case 'standing':
      return put(step.who, `/v1/pools/${id(step.pool)}/contributions/standing`, {
        allocationId: id(step.alloc),
        amountPence: step.pence,
      });
    case 'pause':
      return put(step.who, `/v1/pools/${id(step.pool)}/contributions/standing/pause`, { paused: step.paused });
    case 'take': {
      const lot = ids.lot(step.pool, step.alloc);
      return lot === undefined
        ? undefined
        : post(step.who, `/v1/pools/${id(step.pool)}/withdrawals`, { lot, amountPence: step.pence });
    }
    case 'leave':
      return post(step.who, `/v1/pools/${id(step.pool)}/departure`);
    case 'buy': {
      const { sessions, startsOn, time, everyDays, heldAhead } = step;
      return post(step.who, `/v1/pools/${id(step.pool)}/proposals`, {
        offerId: id(step.offer),
        sessions,
        startsOn,
        time,
        everyDays,
        ...(heldAhead === undefined ? {} : { heldAhead }),
      });
    }
    case 'cancel':
      return post(step.who, `/v1/pools/${id(step.pool)}/proposals`, {
        kind: 'cancel',
        commissionId: id(step.order),
        ...(step.session === undefined ? {} : { session: step.session }),
      });
    case 'terms':
      return post(step.who, `/v1/pools/${id(step.pool)}/proposals`, { kind: 'agreement', agreement: step.terms });
    case 'vote':
      return put(step.who, `/v1/pools/${id(step.pool)}/proposals/${id(step.proposal)}/vote`, {
        choice: step.choice,
        joining: step.joining,
        ...(step.upTo === undefined ? {} : { upToPence: step.upTo }),
      });
    case 'unvote':
      return post(step.who, `/v1/pools/${id(step.pool)}/proposals/${id(step.proposal)}/vote/withdrawal`);
    case 'withdraw':
      return post(step.who, `/v1/pools/${id(step.pool)}/proposals/${id(step.proposal)}/withdrawal`);
    case 'wait':
      return undefined;
    default:
      return requestOfOrder(step, id);
  }
}

type OrderStep = Extract<
  Step,
  { do: 'answer' | 'stop' | 'deliver' | 'confirm' | 'dispute' | 'resolve' | 'limit' | 'attend' }
>;

function requestOfOrder(step: OrderStep, id: (key: string) => string): Asked {
  const post = (as: string, path: string, body: object = {}): Asked => ({ method: 'POST', path, as, body });
  const commission = `/v1/commissions/${id(step.order)}`;
  const seller = `runner of ${step.order}`;
  switch (step.do) {
    case 'answer':
      return post(seller, `${commission}/${step.yes ? 'acceptance' : 'refusal'}`);
    case 'stop':
      return post(seller, `${commission}${step.session === undefined ? '' : `/sessions/${step.session}`}/cancellation`);
    case 'deliver':
      return post(seller, `${commission}/sessions/${step.session}/delivery`);
    case 'confirm':
      return post(step.who, `${commission}/sessions/${step.session}/confirmation`);
    case 'dispute':
      return post(step.who, `${commission}/sessions/${step.session}/dispute`);
    case 'resolve':
      return post(step.who, `${commission}/sessions/${step.session}/resolution`, {
        payPence: step.pence,
        reason: 'This much',
      });
    case 'limit':
      return { method: 'PUT', path: `${commission}/limit`, as: step.who, body: { upToPence: step.pence } };
    case 'attend':
      return {
        method: 'PUT',
        path: `${commission}/sessions/${step.session}/attendance`,
        as: step.who,
        body: { coming: step.coming },
      };
  }
}
