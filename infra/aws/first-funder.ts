// npm run first-funder: makes somebody who can sign in, in a group and with a funding body that only an operator can give.

import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { readWords } from './first-funder.words.ts';
import { makeKnown } from './make-known.ts';
import { cloudFormationIn, sentenceOf, stackOutput } from './operator.ts';

try {
  const { which, wanted } = readWords(process.argv.slice(2));
  const pool = await stackOutput(cloudFormationIn(which.region), which, 'identity', 'Pool');
  const cognito = new CognitoIdentityProviderClient({ region: which.region });
  for (const sentence of await makeKnown(cognito, pool, wanted)) console.log(sentence);
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
