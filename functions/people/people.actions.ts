// Use cases of people: who am I, how I am told of things, and who may act for me.
import { dayOf } from '../kernel/clock.ts';
import { newId } from '../kernel/id.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Actor, Scope } from '../platform/actor.ts';
import type { AppContext, Channel } from '../platform/app-context.ts';
import type { IdempotentRequest } from '../platform/once.ts';
import type { ContactChoice } from './people.schema.ts';
import { type Grant, getContact, getGrant, getPerson, grantsOf, putContact, putGrant, stands } from './people.store.ts';

interface Granted {
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
  actingFor: Granted[];
}

/** The people at the other end of the actor's grants that stand today. */
async function granted(
  context: AppContext,
  { place, personId: person }: Actor,
  side: 'ACTING' | 'SUPPORTER',
): Promise<Granted[]> {
  const today = dayOf(context.now());
  const grants = await grantsOf(context.table, place, person, side);
  return Promise.all(
    grants
      .filter((grant) => stands(grant, today))
      .map(async ({ scopes, endsOn, ...ids }) => {
        const personId = side === 'ACTING' ? ids.personId : ids.supporterId;
        return { personId, name: (await getPerson(context.table, place, personId))?.name ?? '', scopes, endsOn };
      }),
  );
}

export async function whoAmI(context: AppContext, actor: Actor): Promise<Me> {
  const [self, actingFor] = await Promise.all([
    getPerson(context.table, actor.place, actor.personId),
    granted(context, actor, 'ACTING'),
  ]);
  return { personId: actor.personId, name: self?.name ?? '', place: actor.place, roles: [...actor.roles], actingFor };
}

/** Who may act for me. */
export async function mySupporters(context: AppContext, actor: Actor) {
  return { items: await granted(context, actor, 'SUPPORTER'), next: null };
}

/** Lets a supporter act, from now on. Nobody can be their own supporter. */
export async function grantSupport(
  context: AppContext,
  actor: Actor,
  supporterId: string,
  wanted: Pick<Grant, 'scopes' | 'endsOn'>,
  asked: IdempotentRequest,
): Promise<Result<undefined, 'not-found' | 'own-supporter' | 'key-reused' | 'busy'>> {
  if (supporterId === actor.personId) return refuse('own-supporter');
  if (!(await getPerson(context.table, actor.place, supporterId))) return refuse('not-found');
  const given = { personId: actor.personId, supporterId, ...wanted, grantedAt: context.now() };
  return putGrant(context.table, actor.place, given, asked);
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

const waysOf = ({ channels = ['email', 'text'] }: AppContext): Channel[] => [...channels];

/** How I am told of things. Where no text messages are sent, whoever chose them gets emails. */
export async function contactOf(context: AppContext, { place, personId: person }: Actor) {
  const { table } = context;
  const ways = waysOf(context);
  const [self, chosen] = await Promise.all([getPerson(table, place, person), getContact(table, place, person)]);
  if (!self) return refuse('not-found');
  const { by = 'email', phone, digest = false } = chosen ?? {};
  const told = by === 'text' && !ways.includes('text') ? 'email' : by;
  return ok({ by: told, email: self.email, ways, ...(phone === undefined ? {} : { phone }), digest });
}

/** How I am told of things, from now on. A number that nothing is sent to is not kept. */
export async function changeContact(
  context: AppContext,
  { place, personId: person }: Actor,
  { by, phone, digest }: ContactChoice,
  asked: IdempotentRequest,
): Promise<Result<undefined, 'bad-input' | 'not-found' | 'key-reused' | 'busy'>> {
  if (by === 'text' && !waysOf(context).includes('text'))
    return refuse('bad-input', { field: 'by', detail: 'Text messages are not sent here: choose email or none.' });
  return putContact(context.table, place, person, { by, digest, ...(by === 'text' ? { phone } : {}) }, asked);
}

/** The actor as the supporter of `person`, when the grant stands today and covers `scope`. */
export async function actFor(
  context: AppContext,
  actor: Actor,
  person: string,
  scope: Scope,
): Promise<Actor | 'not-found' | 'not-granted'> {
  const today = dayOf(context.now());
  const grant = await getGrant(context.table, actor.place, person, actor.actorId);
  if (!stands(grant, today)) return 'not-found';
  return stands(grant, today, scope) ? { ...actor, personId: person, roles: ['holder'] } : 'not-granted';
}
