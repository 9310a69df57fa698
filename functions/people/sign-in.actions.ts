// Who somebody is who has just signed in: the person with their address, known from an import or made by an operator.
import { newId } from '../kernel/id.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { AppContext } from '../platform/app-context.ts';
import type { SignedIn, SignIn } from '../platform/sign-in.ts';
import { personByEmail, putPerson } from './people.store.ts';

/**
 * An imported person is a holder unless an operator says otherwise. Somebody in a group whom the place does not know yet
 * (the first funder, a broker) was put there by an operator, and becomes known by signing in.
 */
export async function signIn(
  { table, place }: Pick<AppContext, 'table' | 'place'>,
  { email, name, roles, funder }: SignIn,
): Promise<Result<SignedIn, 'not-found'>> {
  if (email === undefined) return refuse('not-found');
  const known = await personByEmail(table, place, email);
  if (!known && roles.length === 0) return refuse('not-found');
  const { personId } = known ?? (await putPerson(table, place, { personId: newId(), name, email }));
  return ok({
    personId,
    place,
    roles: roles.length > 0 ? roles : ['holder'],
    funder: roles.includes('funder') ? funder : undefined,
  });
}
