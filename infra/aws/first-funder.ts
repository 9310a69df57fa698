// npm run first-funder: creates a user in a group, and with a funding body, that only an operator can give.
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { createUser } from './create-user.ts';
import { readArguments } from './first-funder.arguments.ts';
import { cloudFormationIn, errorMessage, stackOutput } from './operator.ts';

try {
  const { target, wanted } = readArguments(process.argv.slice(2));
  const pool = await stackOutput(cloudFormationIn(target.region), target, 'identity', 'Pool');
  const cognito = new CognitoIdentityProviderClient({ region: target.region });
  for (const sentence of await createUser(cognito, pool, wanted)) console.log(sentence);
} catch (error) {
  console.error(errorMessage(error));
  process.exitCode = 1;
}
