// Finds the person who has just signed in by their email address, which an import or an operator gave.
import { newId } from '../kernel/id.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { AppContext } from '../platform/app-context.ts';
import type { SignedIn, SignIn } from '../platform/sign-in.ts';
import { personByEmail, putPerson } from './people.store.ts';

/**
 * An imported person is a holder unless an operator put them in another group. Somebody in a group who is not stored yet
 * (the first funder, a broker) was put there by an operator, and is stored when they first sign in.
 */
export async function signIn(
  { table, place }: Pick<AppContext, 'table' | 'place'>,
  { email, name, roles, funder }: SignIn,
): Promise<Result<SignedIn, 'not-found'>> {
  if (email === undefined) return refuse('not-found');
  const existing = await personByEmail(table, place, email);
  if (!existing && roles.length === 0) return refuse('not-found');
  const { personId } = existing ?? (await putPerson(table, place, { personId: newId(), name, email }));
  return ok({
    personId,
    place,
    roles: roles.length > 0 ? roles : ['holder'],
    funder: roles.includes('funder') ? funder : undefined,
  });
}
