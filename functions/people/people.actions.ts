// Use cases of people: who am I, how I am notified, and who may act for me.
import { dayOf } from '../kernel/clock.ts';
import { newId } from '../kernel/id.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Actor, Scope } from '../platform/actor.ts';
import type { AppContext, Channel } from '../platform/app-context.ts';
import type { IdempotentRequest } from '../platform/once.ts';
import type { ContactChoice } from './people.schema.ts';
import {
  type Grant,
  getContact,
  getGrant,
  getPerson,
  grantsOf,
  isActive,
  putContact,
  putGrant,
} from './people.store.ts';

interface ActiveGrant {
  personId: string;
  name: string;
  scopes: Scope[];
  endsOn?: string | undefined;
}

interface Me {
  personId: string;
  name: string;
  place: string;
  roles: Actor['roles'][number][];
  actingFor: ActiveGrant[];
}

/** The people at the other end of the actor's active grants. */
async function activeGrants(
  context: AppContext,
  { place, personId }: Actor,
  side: 'ACTING' | 'SUPPORTER',
): Promise<ActiveGrant[]> {
  const today = dayOf(context.now());
  const grants = await grantsOf(context.table, place, personId, side);
  return Promise.all(
    grants
      .filter((grant) => isActive(grant, today))
      .map(async ({ scopes, endsOn, ...ids }) => {
        const personId = side === 'ACTING' ? ids.personId : ids.supporterId;
        return { personId, name: (await getPerson(context.table, place, personId))?.name ?? '', scopes, endsOn };
      }),
  );
}

export async function whoAmI(context: AppContext, actor: Actor): Promise<Me> {
  const [self, actingFor] = await Promise.all([
    getPerson(context.table, actor.place, actor.personId),
    activeGrants(context, actor, 'ACTING'),
  ]);
  return { personId: actor.personId, name: self?.name ?? '', place: actor.place, roles: [...actor.roles], actingFor };
}

/** Who may act for me. */
export async function mySupporters(context: AppContext, actor: Actor) {
  return { items: await activeGrants(context, actor, 'SUPPORTER'), next: null };
}

/** Lets a supporter act, from now on. Nobody can be their own supporter. */
export async function grantSupport(
  context: AppContext,
  actor: Actor,
  supporterId: string,
  terms: Pick<Grant, 'scopes' | 'endsOn'>,
  request: IdempotentRequest,
): Promise<Result<undefined, 'not-found' | 'own-supporter' | 'key-reused' | 'busy'>> {
  if (supporterId === actor.personId) return refuse('own-supporter');
  if (!(await getPerson(context.table, actor.place, supporterId))) return refuse('not-found');
  const grant = { personId: actor.personId, supporterId, ...terms, grantedAt: context.now() };
  return putGrant(context.table, actor.place, grant, request);
}

export async function revokeSupport(
  context: AppContext,
  actor: Actor,
  supporterId: string,
): Promise<Result<undefined, 'not-found' | 'key-reused' | 'busy'>> {
  const grant = await getGrant(context.table, actor.place, actor.personId, supporterId);
  if (!grant) return refuse('not-found');
  if (grant.revokedAt) return ok(undefined);
  return putGrant(
    context.table,
    actor.place,
    { ...grant, revokedAt: context.now() },
    { idempotencyHash: newId(), bodyHash: '' },
  );
}

const channelsOf = ({ channels = ['email', 'text'] }: AppContext): Channel[] => [...channels];

/** How I am notified. Where no text messages are sent, whoever chose them gets emails. */
export async function getMyContact(context: AppContext, { place, personId }: Actor) {
  const { table } = context;
  const channels = channelsOf(context);
  const [self, contact] = await Promise.all([getPerson(table, place, personId), getContact(table, place, personId)]);
  if (!self) return refuse('not-found');
  const { by = 'email', phone, digest = false } = contact ?? {};
  const channel = by === 'text' && !channels.includes('text') ? 'email' : by;
  return ok({ by: channel, email: self.email, ways: channels, ...(phone === undefined ? {} : { phone }), digest });
}

/** Changes how I am notified. The number is stored only for those who chose text messages. */
export async function changeContact(
  context: AppContext,
  { place, personId }: Actor,
  { by, phone, digest }: ContactChoice,
  request: IdempotentRequest,
): Promise<Result<undefined, 'bad-input' | 'not-found' | 'key-reused' | 'busy'>> {
  if (by === 'text' && !channelsOf(context).includes('text'))
    return refuse('bad-input', { field: 'by', detail: 'Text messages are not sent here: choose email or none.' });
  return putContact(context.table, place, personId, { by, digest, ...(by === 'text' ? { phone } : {}) }, request);
}

/** The actor acting for `personId`, when there is an active grant and it covers `scope`. */
export async function actFor(
  context: AppContext,
  actor: Actor,
  personId: string,
  scope: Scope,
): Promise<Actor | 'not-found' | 'not-granted'> {
  const today = dayOf(context.now());
  const grant = await getGrant(context.table, actor.place, personId, actor.actorId);
  if (!isActive(grant, today)) return 'not-found';
  return isActive(grant, today, scope) ? { ...actor, personId, roles: ['holder'] } : 'not-granted';
}
