// What the synthesised stacks promise: data that is retained and private, sign-in without passwords, several places side by side.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { checked } from '../../../infra/aws/kitty.ts';
import { tableShape } from '../../../infra/table.ts';
import { EVERYTHING, only, synthesise } from './synthesis.ts';

// Synthesis fails on anything that cdk-nag finds, so these lines are themselves the test of it.
const prod = synthesise(EVERYTHING, { nag: true });
const dev = synthesise({ stage: 'dev', place: 'barking' }, { nag: true });
// Notices by SES.
const ses = synthesise(
  { stage: 'dev', place: 'barking', notices: 'ses', 'sender-email': 'a@b.example' },
  { nag: true },
);
afterAll(() => {
  prod.remove();
  dev.remove();
  ses.remove();
});

describe('cdk-nag (AwsSolutions and Serverless)', () => {
  test('finds nothing that is not acknowledged with a reason', () => {
    const acknowledged = [prod, dev, ses].flatMap(({ app }) =>
      app.node
        .findAll()
        .flatMap(({ node }) =>
          node.metadata
            .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
            .flatMap(({ data }) => Object.entries(data as Record<string, string>)),
        ),
    );
    expect(acknowledged.length).toBeGreaterThan(20);
    for (const [id, reason] of acknowledged) expect(reason, id).toMatch(/^\S.{30,}\.$/s);
  });

  test('would find an unacknowledged fault', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'kitty-careless-'));
    const app = new App({ outdir });
    new Bucket(new Stack(app, 'careless'), 'Open');
    checked(app);
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => app.synth()).toThrow('AwsSolutions-S10');
    error.mockRestore();
    rmSync(outdir, { recursive: true });
  });
});

describe('data', () => {
  test('the table has the keys and indexes that Kitty uses, a stream, and point-in-time recovery', () => {
    const { Properties } = only(dev.of('AWS::DynamoDB::Table'));
    const key = (partition: string, sort: string) => [
      { AttributeName: partition, KeyType: 'HASH' },
      { AttributeName: sort, KeyType: 'RANGE' },
    ];
    const { partition, sort, localIndexes, globalIndexes } = tableShape;
    const Projection = { ProjectionType: 'KEYS_ONLY' };
    expect(Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: key(partition, sort),
      LocalSecondaryIndexes: localIndexes.map((index) => ({
        IndexName: index.name,
        KeySchema: key(partition, index.sort),
        Projection,
      })),
      GlobalSecondaryIndexes: globalIndexes.map((index) => ({
        IndexName: index.name,
        KeySchema: key(index.partition, index.sort),
        Projection,
      })),
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      // AWS's own key, which costs nothing.
      SSESpecification: { SSEEnabled: false },
    });
  });

  test('in prod it cannot be deleted by mistake, outlives its stack, and uses the operator’s key', () => {
    const { DeletionPolicy, Properties } = only(prod.of('AWS::DynamoDB::Table'));
    expect(DeletionPolicy).toBe('Retain');
    expect(Properties).toMatchObject({
      DeletionProtectionEnabled: true,
      SSESpecification: { KMSMasterKeyId: EVERYTHING['table-key'], SSEEnabled: true, SSEType: 'KMS' },
    });
    expect(only(prod.of('AWS::Cognito::UserPool'))).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: { DeletionProtection: 'ACTIVE' },
    });
  });

  test('journal heads cannot be changed for seven years in prod, a day in dev', () => {
    const locks = [prod, dev].map((one) => one.of('AWS::S3::Bucket').find((b) => b.Properties.ObjectLockEnabled));
    expect(locks.map((bucket) => bucket?.Properties.ObjectLockConfiguration)).toEqual(
      [
        { Mode: 'COMPLIANCE', Days: 7 * 365 + 2 },
        { Mode: 'GOVERNANCE', Days: 1 },
      ].map((DefaultRetention) => ({
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention },
      })),
    );
  });

  test('journal heads can only be added by those permitted, and only with the condition that the key is free', () => {
    const policies = prod.of('AWS::S3::BucketPolicy').map(({ Properties }) => Properties.PolicyDocument);
    const denied = policies.flatMap((policy) => (policy as { Statement: Record<string, unknown>[] }).Statement);
    expect(denied).toContainEqual({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:PutObject',
      Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': [expect.stringMatching(/^Heads/), 'Arn'] }, '/*']] },
      Condition: { Null: { 's3:if-none-match': 'true' } },
    });
  });

  test('every bucket is encrypted and closed, every queue encrypted', () => {
    const closed = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    for (const { Properties } of prod.of('AWS::S3::Bucket'))
      expect(Properties).toMatchObject({
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        PublicAccessBlockConfiguration: closed,
      });
    expect(prod.of('AWS::SQS::Queue').map(({ Properties }) => Properties.SqsManagedSseEnabled)).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('identity', () => {
  test('is by a code in an email or a passkey, on Cognito’s own pages, with a trigger that adds the claims', () => {
    const { Properties } = only(dev.of('AWS::Cognito::UserPool'));
    expect(Properties).toMatchObject({
      // Cognito demands PASSWORD in this list; no flow of the web takes one, and none can be set anew.
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] } },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
      UserPoolTier: 'ESSENTIALS',
      LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V2_0' } },
    });
    expect(only(dev.of('AWS::Cognito::UserPoolDomain')).Properties).toMatchObject({ ManagedLoginVersion: 2 });
    expect(only(dev.of('AWS::Cognito::UserPoolClient')).Properties).toMatchObject({
      ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      GenerateSecret: false,
      // Above all not which funding body they work for.
      WriteAttributes: ['email'],
    });
  });

  test('has a group for each role', () => {
    const groups = dev.of('AWS::Cognito::UserPoolGroup').map(({ Properties }) => Properties.GroupName);
    expect(groups).toEqual(['holder', 'enterprise', 'broker', 'funder']);
  });
});

describe('places and stages', () => {
  test('exist side by side: every name begins with both, every stack is tagged', () => {
    const names = (one: typeof dev) => one.app.node.children.filter(Stack.isStack).map(({ stackName }) => stackName);
    expect(names(dev)).toEqual(
      ['data', 'identity', 'web', 'api', 'jobs', 'watch'].map((name) => `kitty-barking-dev-${name}`),
    );
    expect(names(prod).every((name) => name.startsWith('kitty-barking-prod-'))).toBe(true);
    for (const stack of prod.app.node.children.filter(Stack.isStack))
      expect(stack.tags.tagValues()).toEqual({ 'kitty:place': 'barking', 'kitty:stage': 'prod' });
  });

  test('export what the operators’ commands look for, under these names', () => {
    expect(dev.templates.get('identity')?.Outputs).toHaveProperty('Pool');
    expect(dev.templates.get('data')?.Outputs).toHaveProperty('TableName');
  });

  test('in dev can be destroyed completely, except the heads, which are locked', () => {
    const kept = [...dev.templates.values()].flatMap(({ Resources }) =>
      Object.values(Resources).filter(({ DeletionPolicy }) => DeletionPolicy?.startsWith('Retain')),
    );
    expect(only(kept).Properties).toHaveProperty('ObjectLockConfiguration');
    // CloudFormation deletes empty buckets only, and older versions stay behind when files are removed.
    const versioned = dev.of('AWS::S3::Bucket').filter(({ Properties }) => Properties.VersioningConfiguration);
    expect(versioned).toEqual(kept);
  });

  test('have a firewall only when it is asked for', () => {
    expect(dev.of('AWS::WAFv2::WebACL')).toEqual([]);
    expect(prod.of('AWS::WAFv2::WebACL')).toHaveLength(1);
    expect(only(prod.of('AWS::CloudFront::Distribution')).Properties.DistributionConfig).toHaveProperty('WebACLId');
  });
});
