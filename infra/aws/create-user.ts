// Creates a user in Cognito as an operator wants it, or adds what is missing: safe to run again after any failure.
import {
  AdminAddUserToGroupCommand,
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  type AdminGetUserCommandOutput,
  AdminUpdateUserAttributesCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Role } from '../../functions/platform/actor.ts';

export interface WantedUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** The funding body that a funder works for. */
  readonly funder: string | undefined;
}

const FUNDER = 'custom:kitty_funder';

/** Returns what was done, in sentences. Throws, and changes nothing, for an account of another funding body. */
export async function createUser(
  cognito: CognitoIdentityProviderClient,
  userPool: string,
  { email, name, role, funder }: WantedUser,
): Promise<string[]> {
  const user = { UserPoolId: userPool, Username: email };
  const attributes: AttributeType[] = [
    { Name: 'email', Value: email },
    // The operator vouches for it, and signing in takes a code sent to it.
    { Name: 'email_verified', Value: 'true' },
    { Name: 'name', Value: name },
    ...(funder === undefined ? [] : [{ Name: FUNDER, Value: funder }]),
  ];
  const done: string[] = [];
  // No password is set, and Cognito's own invitation email, which would mention one, is suppressed.
  const create = new AdminCreateUserCommand({ ...user, UserAttributes: attributes, MessageAction: 'SUPPRESS' });
  const isNew = await cognito.send(create).then(
    () => true,
    (error) => {
      if (error instanceof UsernameExistsException) return false;
      throw error;
    },
  );
  if (isNew) done.push(`${name} (${email}) is known now.`);
  else {
    const was = await cognito.send(new AdminGetUserCommand(user));
    const missing = missingOf(was, attributes);
    if (was.UserStatus === 'UNCONFIRMED') await cognito.send(new AdminConfirmSignUpCommand(user));
    if (missing.length > 0)
      await cognito.send(new AdminUpdateUserAttributesCommand({ ...user, UserAttributes: missing }));
    const added = missing.map(({ Name, Value }) => `${Name} ${Value}`).join(', ');
    done.push(`${email} was known already${added ? `; added: ${added}` : ''}.`);
  }
  // Last, because the group is what lets in a person whom the place does not know yet. Adding twice does no harm.
  await cognito.send(new AdminAddUserToGroupCommand({ ...user, GroupName: role }));
  done.push(`They sign in as ${role}${funder === undefined ? '' : ` of “${funder}”`}, with a code to that address.`);
  return done;
}

/** The attributes that an account lacks; a name that is there is kept. */
function missingOf(
  { Enabled, UserAttributes = [] }: AdminGetUserCommandOutput,
  wanted: readonly AttributeType[],
): AttributeType[] {
  if (Enabled === false)
    throw new Error('This account is switched off: switch it on in the Cognito console first. Nothing was changed.');
  const has = new Map(UserAttributes.map(({ Name, Value }) => [Name, Value]));
  const [was, will] = [has.get(FUNDER), wanted.find(({ Name }) => Name === FUNDER)?.Value];
  if (was !== undefined && will !== undefined && was !== will)
    throw new Error(`They are a funder of “${was}” already, not of “${will}”. Nothing was changed.`);
  return wanted.filter(({ Name = '', Value }) =>
    Name === 'email_verified' ? has.get(Name) !== Value : !has.has(Name),
  );
}
