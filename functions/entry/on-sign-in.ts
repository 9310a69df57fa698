// Lambda `on-sign-in`, before Cognito makes a token: adds the claims that say who this is in Kitty.
import { signIn } from '../people/sign-in.actions.ts';
import { place, settings, stage, table } from '../platform/settings.ts';
import { claimsOverride, readSignIn } from '../platform/sign-in.ts';
import { lambdaContext } from './lambda-context.ts';

const env = settings({ ...stage, ...table, ...place });
const context = lambdaContext(env, env.KITTY_PLACE);

/** Throws for somebody whom the place does not know: Cognito then gives no token, and its page says so. */
export async function handler(event: unknown): Promise<unknown> {
  const signedIn = await signIn(context, readSignIn(event));
  if (!signedIn.ok) throw new Error('Kitty knows nobody with this email address here');
  return claimsOverride(event, signedIn.value);
}
