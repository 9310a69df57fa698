// The web's client in Cognito: redirect addresses, what its tokens hold, and which attributes people may change.
import { Duration } from 'aws-cdk-lib';
import {
  CfnManagedLoginBranding,
  ClientAttributes,
  OAuthScope,
  type UserPool,
  UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import type { IdentityConfig } from '../../web/src/sign-in/identity.ts';
import type { KittyStack } from './kitty-stack.ts';
import type { Options } from './options.ts';

export function signInClient(stack: KittyStack, userPool: UserPool, home: string): UserPoolClient {
  const client = new UserPoolClient(stack, 'SignInClient', {
    userPool,
    generateSecret: false,
    // USER_AUTH is the choice between a code and a passkey.
    authFlows: { user: true },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID],
      callbackUrls: [`${home}/signed-in`],
      logoutUrls: [`${home}/`],
    },
    // Not the funding body that they work for.
    writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
    readAttributes: new ClientAttributes()
      .withStandardAttributes({ email: true, emailVerified: true, fullname: true })
      .withCustomAttributes('kitty_funder'),
    idTokenValidity: Duration.hours(12),
    accessTokenValidity: Duration.minutes(5),
    // Not kept by the web; Cognito wants it to last as long as the others.
    refreshTokenValidity: Duration.hours(12),
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
  });
  new CfnManagedLoginBranding(stack, 'SignInLook', {
    userPoolId: userPool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  });
  return client;
}

/** What the web reads at /config.json. */
export const configOf = (
  { place }: Options,
  pool: UserPool,
  signInAt: string,
  client: UserPoolClient,
): IdentityConfig => ({
  issuer: pool.userPoolProviderUrl,
  authorizationEndpoint: `${signInAt}/oauth2/authorize`,
  tokenEndpoint: `${signInAt}/oauth2/token`,
  endSessionEndpoint: `${signInAt}/logout`,
  clientId: client.userPoolClientId,
  place,
});
