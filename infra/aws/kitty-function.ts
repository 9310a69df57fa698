// One Lambda: its bundle, a role with only the rights that are listed, and logs that are kept for 30 days.
import { existsSync } from 'node:fs';
import { type Duration, IgnoreMode, RemovalPolicy } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  ParamsAndSecretsLayerVersion,
  ParamsAndSecretsLogLevel,
  ParamsAndSecretsVersions,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { KittyStack } from './kitty-stack.ts';
import { acknowledge } from './nag.ts';
import { type Options, prefixOf } from './options.ts';
import type { LambdaName } from './rights.ts';
import { tableStatements } from './table-policy.ts';

interface FunctionProps {
  readonly table: Table;
  readonly timeout: Duration;
  readonly memoryMegabytes: number;
  readonly settings?: Readonly<Record<string, string>>;
  /** How often Lambda itself retries an asynchronous event. */
  readonly retries?: number;
  /** Where such an event goes when all retries failed. */
  readonly failures?: Queue;
  /** The one secret that it may read. */
  readonly secret?: Secret;
  /** What it may do besides its rights on the table. */
  readonly extraStatement?: PolicyStatement;
}

/** AWS's own layer, which answers on localhost (functions/platform/secret.ts). It logs no values at any level. */
const SECRETS_EXTENSION = ParamsAndSecretsLayerVersion.fromVersion(ParamsAndSecretsVersions.V1_0_103, {
  logLevel: ParamsAndSecretsLogLevel.ERROR,
});

/** A folder of the build's output. Throws an Error that says what to run when it is missing. */
export function builtFolder({ dist }: Options, name: string, file: string): string {
  if (existsSync(`${dist}/${name}/${file}`)) return `${dist}/${name}`;
  throw new Error(`dist/${name}/${file} is missing: run npm run build and npm run build:web first.`);
}

export class KittyFunction extends Lambda {
  constructor(stack: KittyStack, name: LambdaName, props: FunctionProps) {
    const { options } = stack;
    const logGroup = new LogGroup(stack, `${name}-logs`, {
      logGroupName: `/kitty/${options.place}/${options.stage}/${name}`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(stack, `${name}-role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What Lambda ${name} of ${prefixOf(options)} may do`,
    });
    const statements = [
      ...tableStatements(props.table, options.place, name),
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    ];
    if (props.secret)
      statements.push(
        new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [props.secret.secretArn] }),
      );
    if (props.extraStatement) statements.push(props.extraStatement);
    for (const statement of statements) role.addToPolicy(statement);
    super(stack, name, {
      functionName: `${prefixOf(options)}-${name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      // Builds are the same bytes each time, so the map of any version can be made again when it is needed.
      code: Code.fromAsset(builtFolder(options, name, 'index.mjs'), {
        exclude: ['*.map'],
        ignoreMode: IgnoreMode.GLOB,
      }),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      timeout: props.timeout,
      memorySize: props.memoryMegabytes,
      environment: {
        KITTY_STAGE: options.stage,
        KITTY_TABLE: props.table.tableName,
        ...props.settings,
      },
      ...(props.retries === undefined ? {} : { retryAttempts: props.retries }),
      ...(props.secret ? { paramsAndSecrets: SECRETS_EXTENSION } : {}),
      ...(props.failures ? { onFailure: new SqsDestination(props.failures) } : {}),
    });
    acknowledge(this, {
      'Serverless-LambdaDLQ':
        'Nothing can be lost in it: who asks is answered, and the stream and the schedule have queues for their failures.',
      'Serverless-LambdaTracing': 'X-Ray adds 18 ms to a cold start; logs and metrics name every failure.',
    });
  }
}
