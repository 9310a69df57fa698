// A simulated Cognito: people with verified addresses, and tokens with the claims that Lambda on-sign-in adds.
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';
import * as z from 'zod';
import { type Cloud, REGION } from './cloud.ts';
import { FunctionError, type LambdaFunction } from './lambda.ts';

const POOL_ID = `${REGION}_Kitty`;
export const HOST = `cognito-idp.${REGION}.amazonaws.com`;
export const ISSUER = `https://${HOST}/${POOL_ID}`;
export const CLIENT_ID = 'web';

/** A user created by an operator; anybody else has an address and no group. */
interface User {
  readonly name: string;
  readonly groups: readonly string[];
  readonly funder?: string;
}

const OPERATORS: Readonly<Record<string, User>> = {
  'funder@council.example': { name: 'Fay', groups: ['funder'], funder: 'council' },
  'dawn@dance.example': { name: 'Dawn', groups: ['enterprise'] },
};

const trigger = z.object({
  LambdaConfig: z.object({
    PreTokenGenerationConfig: z.object({ LambdaArn: z.string(), LambdaVersion: z.literal('V2_0') }),
  }),
});
const allowed = z.object({ FunctionName: z.string(), Principal: z.string() });
const answered = z.object({
  response: z.object({
    claimsAndScopeOverrideDetails: z.object({
      idTokenGeneration: z.object({ claimsToAddOrOverride: z.record(z.string(), z.string()) }),
      groupOverrideDetails: z.object({ groupsToOverride: z.array(z.string()) }),
    }),
  }),
});

export interface Cognito {
  readonly keys: JSONWebKeySet;
  /** A token for whoever has this address; undefined when the place does not know them. */
  signIn(email: string): Promise<string | undefined>;
}

interface CognitoDeps {
  readonly cloud: Cloud;
  readonly lambda: (name: string) => LambdaFunction;
  readonly now: () => string;
}

export async function cognitoOf({ cloud, lambda, now }: CognitoDeps): Promise<Cognito> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const kid = 'key';
  const [pool] = cloud.all('AWS::Cognito::UserPool');
  const { LambdaArn } = trigger.parse(pool?.properties).LambdaConfig.PreTokenGenerationConfig;
  const permissions = cloud.all('AWS::Lambda::Permission').map(({ properties }) => allowed.parse(properties));
  if (!permissions.some((one) => one.FunctionName === LambdaArn && one.Principal === 'cognito-idp.amazonaws.com'))
    throw new Error('Cognito may not call its trigger');
  const onSignIn = lambda(cloud.at(LambdaArn).name);
  return {
    keys: { keys: [{ ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }] },
    async signIn(email) {
      const { name = '', groups = [], funder } = OPERATORS[email] ?? {};
      const sub = randomUUID();
      const custom = funder === undefined ? {} : { 'custom:kitty_funder': funder };
      const event = {
        version: '2',
        triggerSource: 'TokenGeneration_HostedAuth',
        region: REGION,
        userPoolId: POOL_ID,
        userName: sub,
        callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: CLIENT_ID },
        request: {
          userAttributes: { sub, email, email_verified: 'true', ...(name ? { name } : {}), ...custom },
          groupConfiguration: { groupsToOverride: groups, iamRolesToOverride: [], preferredRole: null },
          scopes: ['openid'],
        },
        response: { claimsAndScopeOverrideDetails: null },
      };
      let said: unknown;
      try {
        said = await onSignIn.invoke(event);
      } catch (error) {
        if (error instanceof FunctionError) return undefined;
        throw error;
      }
      const { idTokenGeneration, groupOverrideDetails } = answered.parse(said).response.claimsAndScopeOverrideDetails;
      const at = Math.floor(Date.parse(now()) / 1000);
      return (
        new SignJWT({
          email,
          'cognito:groups': groupOverrideDetails.groupsToOverride,
          token_use: 'id',
          ...idTokenGeneration.claimsToAddOrOverride,
        })
          .setProtectedHeader({ alg: 'RS256', kid })
          .setIssuer(ISSUER)
          .setAudience(CLIENT_ID)
          .setSubject(sub)
          .setIssuedAt(at)
          // The real ones last 12 hours: the story signs in once, and its clock is moved on by months.
          .setExpirationTime(at + 365 * 86_400)
          .sign(privateKey)
      );
    },
  };
}
