// Puts the built web, config.json and openapi.json into the bucket: hashed assets for ever, all else asked for again each time.

import { CfnElement, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { IdentityConfig } from '../../web/src/sign-in/identity.ts';
import { openApiDocument } from '../openapi.ts';
import type { KittyStack } from './kitty-stack.ts';
import { acknowledge } from './nag.ts';

interface Web {
  readonly bucket: Bucket;
  /** Where the built web lies. */
  readonly folder: string;
  readonly config: IdentityConfig;
}

/** Addresses of what is not built by Vite but made with the stack. */
export const GENERATED_FILES = ['/config.json', '/openapi.json'] as const;

const FOREVER = [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()];

export function deployWeb(stack: KittyStack, { bucket, folder, config }: Web): void {
  const logGroup = new LogGroup(stack, 'DeployLogs', {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // In dev the bucket goes with its stack, for which it must be empty.
  const retainOnDelete = stack.options.stage === 'prod';
  const assets = new BucketDeployment(stack, 'Assets', {
    sources: [Source.asset(`${folder}/assets`)],
    destinationBucket: bucket,
    destinationKeyPrefix: 'assets',
    cacheControl: FOREVER,
    // A page that is open during an update still finds the files it was built with.
    prune: false,
    retainOnDelete,
    logGroup,
  });
  const pages = new BucketDeployment(stack, 'PagesAndConfig', {
    sources: [
      Source.asset(folder, { exclude: ['assets', 'assets/**', '.vite', '.vite/**'] }),
      Source.jsonData('config.json', config),
      Source.data('openapi.json', JSON.stringify(openApiDocument())),
    ],
    destinationBucket: bucket,
    cacheControl: [CacheControl.noCache()],
    prune: false,
    retainOnDelete,
    logGroup,
  });
  // New pages name new assets, which must be there first. CloudFront asks again for what is no-cache: nothing to invalidate.
  pages.node.addDependency(assets);
  acknowledgeUploader(stack, bucket);
}

/** The CDK's own Lambda that copies files during a deployment; nothing of Kitty's runs in it. */
function acknowledgeUploader(stack: KittyStack, bucket: Bucket): void {
  const uploader = stack.node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
  if (!uploader) throw new Error('the CDK puts its uploader somewhere else now');
  const actions = ['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:DeleteObject*', 's3:Abort*'];
  const resources = [
    `arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${stack.region}/*`,
    `<${stack.getLogicalId(bucketResource(bucket))}.Arn>/*`,
  ];
  const copies =
    'It copies the web from the CDK’s bucket of assets into the web’s own bucket, and holds rights on these two only.';
  const runs =
    'The CDK’s own Lambda: it runs during a deployment, whose failure the operator sees and which rolls back.';
  acknowledge(uploader, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]': runs,
    ...Object.fromEntries(actions.map((action) => [`AwsSolutions-IAM5[Action::${action}]`, copies])),
    ...Object.fromEntries(resources.map((resource) => [`AwsSolutions-IAM5[Resource::${resource}]`, copies])),
    'AwsSolutions-L1': runs,
    'Serverless-LambdaDLQ': runs,
    'Serverless-LambdaLatestVersion': runs,
    'Serverless-LambdaTracing': runs,
  });
}

function bucketResource(bucket: Bucket): CfnElement {
  const { defaultChild } = bucket.node;
  if (!CfnElement.isCfnElement(defaultChild)) throw new Error('a bucket without a resource');
  return defaultChild;
}
