// Lambda `on-sign-in`, before Cognito makes a token: says in it who this is in Kitty.
import { signIn } from '../people/sign-in.actions.ts';
import { place, settings, stage, table } from '../platform/settings.ts';
import { claimsOverride, signInOf } from '../platform/sign-in.ts';
import { lambdaContext } from './lambda-context.ts';

const env = settings({ ...stage, ...table, ...place });
const context = lambdaContext(env, env.KITTY_PLACE);

/** Throws for whom the place does not know: Cognito then gives no token, and says so on its page. */
export async function handler(event: unknown): Promise<unknown> {
  const who = await signIn(context, signInOf(event));
  if (!who.ok) throw new Error('Kitty knows nobody with this email address here');
  return claimsOverride(event, who.value);
}
