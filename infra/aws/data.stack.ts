// The table, and the locked bucket with the daily heads of all journals.
import { type App, CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { tableShape } from '../table.ts';
import { KittyStack } from './kitty-stack.ts';
import { acknowledge } from './nag.ts';
import type { Options } from './options.ts';

/** What a council keeps of its money's records: six years and the current one. */
const HEADS_RETENTION = Duration.days(7 * 365 + 2);

const key = (name: string) => ({ name, type: AttributeType.STRING });

export class DataStack extends KittyStack {
  readonly table: Table;
  readonly heads: Bucket;

  constructor(app: App, options: Options) {
    super(app, 'data', options);
    const isProd = options.stage === 'prod';
    this.table = new Table(this, 'Table', {
      partitionKey: key(tableShape.partition),
      sortKey: key(tableShape.sort),
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_IMAGE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: isProd,
      removalPolicy: this.dataRemovalPolicy,
      ...(options.tableKeyArn
        ? {
            encryption: TableEncryption.CUSTOMER_MANAGED,
            encryptionKey: Key.fromKeyArn(this, 'TableKey', options.tableKeyArn),
          }
        : { encryption: TableEncryption.DEFAULT }),
    });
    for (const index of tableShape.localIndexes)
      this.table.addLocalSecondaryIndex({
        indexName: index.name,
        sortKey: key(index.sort),
        projectionType: ProjectionType.KEYS_ONLY,
      });
    for (const index of tableShape.globalIndexes)
      this.table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: key(index.partition),
        sortKey: key(index.sort),
        projectionType: ProjectionType.KEYS_ONLY,
      });
    this.heads = new Bucket(this, 'Heads', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      objectLockEnabled: true,
      // In prod not even the account's owner can shorten it; hashes name nobody, so nothing in it need ever be erased.
      objectLockDefaultRetention: isProd
        ? ObjectLockRetention.compliance(HEADS_RETENTION)
        : ObjectLockRetention.governance(Duration.days(1)),
      // CloudFormation cannot delete what is locked, so it stays in dev too, and costs next to nothing.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // A put must demand that the key is free, so that nobody adds another version of a saved file.
    this.heads.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [this.heads.arnForObjects('*')],
        conditions: { Null: { 's3:if-none-match': 'true' } },
      }),
    );
    new CfnOutput(this, 'TableName', { value: this.table.tableName, description: 'What holds everything' });
    new CfnOutput(this, 'HeadsBucket', {
      value: this.heads.bucketName,
      description: 'What npm run check-heads compares with: <place>/<day>.jsonl.gz',
    });
    acknowledge(this.heads, {
      'AwsSolutions-S1':
        'Only the operator reads it, which CloudTrail records; a bucket of access logs would need keeping too.',
    });
  }
}
