// Sign-in: by a code sent by email or a passkey, on Cognito's own pages; Lambda on-sign-in adds Kitty's claims to the token.
import { type App, CfnOutput, Duration } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  StringAttribute,
  UserPool,
  type UserPoolDomain,
  UserPoolEmail,
  UserPoolGroup,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { ROLES } from '../../functions/platform/actor.ts';
import { KittyFunction } from './kitty-function.ts';
import { KittyStack } from './kitty-stack.ts';
import { acknowledge } from './nag.ts';
import { type Options, prefixOf } from './options.ts';

export class IdentityStack extends KittyStack {
  readonly pool: UserPool;
  readonly domain: UserPoolDomain;
  readonly onSignIn: KittyFunction;

  constructor(app: App, options: Options, table: Table) {
    super(app, 'identity', options);
    this.onSignIn = new KittyFunction(this, 'on-sign-in', {
      table,
      // Cognito waits 5 s and asks three times.
      timeout: Duration.seconds(5),
      memoryMegabytes: 1024,
      settings: { KITTY_PLACE: options.place },
    });
    this.pool = new UserPool(this, 'People', {
      featurePlan: FeaturePlan.ESSENTIALS,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      // People sign themselves up; who is not known to the place gets no token (on-sign-in).
      selfSignUpEnabled: true,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      customAttributes: {
        // The funding body that a funder works for: only an operator can set it.
        kitty_funder: new StringAttribute({ minLen: 1, maxLen: 100, mutable: true }),
      },
      // Cognito insists on naming passwords among the first factors. Nobody is asked for one, none can be reset, and the
      // policy is one that nobody meets by chance.
      signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true, passkey: true } },
      passwordPolicy: {
        minLength: 99,
        requireDigits: true,
        requireLowercase: true,
        requireSymbols: true,
        requireUppercase: true,
      },
      accountRecovery: AccountRecovery.NONE,
      mfa: Mfa.OFF,
      deletionProtection: options.stage === 'prod',
      removalPolicy: this.dataRemovalPolicy,
      userVerification: { emailSubject: 'Your code for Kitty', emailBody: 'Your code for Kitty is {####}' },
      ...(options.senderEmail
        ? { email: UserPoolEmail.withSES({ fromEmail: options.senderEmail, sesRegion: options.region }) }
        : {}),
    });
    this.pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, this.onSignIn, LambdaVersion.V2_0);
    for (const role of ROLES)
      new UserPoolGroup(this, `Group-${role}`, {
        userPool: this.pool,
        groupName: role,
        description: `Signs in as ${role}`,
      });
    this.domain = this.pool.addDomain('SignIn', {
      // Unique in the region for all of AWS, hence the account's number.
      cognitoDomain: { domainPrefix: `${prefixOf(options)}-${this.account}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    new CfnOutput(this, 'Pool', {
      value: this.pool.userPoolId,
      description: 'Where an operator makes the first funder',
    });
    acknowledge(this.pool, {
      'AwsSolutions-COG2':
        'No passwords: a code to the verified address or a passkey is the one factor, as accessible as can be.',
      'AwsSolutions-COG3':
        'Threat protection watches passwords, which nobody has, and is of the plan that costs $0.02 a person.',
      'AwsSolutions-COG8': 'The Plus plan adds threat protection of passwords, which nobody has.',
    });
  }
}
