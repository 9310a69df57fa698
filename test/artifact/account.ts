// A simulated AWS account with Kitty deployed in it: each function in a process of its own, and the services that call them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { listen } from '../../infra/local/listen.ts';
import { cloudOf, REGION } from './cloud.ts';
import { CLIENT_ID, type Cognito, cognitoOf, HOST, ISSUER } from './cognito.ts';
import { deploy, PLACE, unpack } from './deployment.ts';
import { gatewayOf } from './gateway.ts';
import { type Hosts, hostsOf } from './hosts.ts';
import { accessKeyOf, LambdaFunction, zipOf } from './lambda.ts';
import { json, type Network, openNetwork } from './network.ts';
import { type AccessRequest, isAllowed, statementsByRole } from './policy.ts';
import { schedulerOf } from './scheduler.ts';
import { type Stream, streamOf } from './stream.ts';
import { makeTable, NAME, type TestTable, withPolicies } from './table.ts';

const DAY_MS = 86_400_000;
/** One thing that falls due may lead to the next. */
const MAX_TICKS = 5;

export interface Account extends Pick<Hosts, 'notifyMessages' | 'objects'>, Pick<Cognito, 'signIn'> {
  /** API Gateway's address. */
  readonly url: string;
  readonly functions: readonly LambdaFunction[];
  readonly table: TestTable;
  readonly network: Network;
  readonly stream: Stream;
  /** The messages in the queue whose id begins with `queue`. */
  messagesIn(queue: string): readonly unknown[];
  lambda(name: string): LambdaFunction;
  /** Sends a request to the table with the rights of a function. */
  ask(lambda: string, target: string, body: object): Promise<{ status: number; body: string }>;
  now(): string;
  /** Runs the schedule whose name ends with `schedule`. */
  start(schedule: string): Promise<void>;
  /** Moves the clock on by whole days, and runs the schedules on each. */
  pass(days: number): Promise<void>;
  close(): Promise<void>;
}

/** `serves` handles requests that are not for API Gateway. */
export async function openAccount(
  serves: (account: Account, request: Request) => Promise<Response> | undefined = () => undefined,
): Promise<Account> {
  const home = mkdtempSync(join(tmpdir(), 'kitty-account-'));
  const { templates, zips } = await deploy(home);
  const table = await makeTable(templates);
  const cloud = cloudOf(templates, {
    'AWS::DynamoDB::Table': { Ref: NAME, Arn: table.arn, StreamArn: table.streamArn },
    'AWS::Cognito::UserPool': { ProviderURL: ISSUER },
    'AWS::Cognito::UserPoolClient': { Ref: CLIENT_ID },
    'AWS::CloudFront::Distribution': { DomainName: 'kitty.cloudfront.example' },
  });

  const policies = statementsByRole(cloud);
  /** Roles' ARNs and access keys → their policies' statements. */
  const roles = new Map(
    cloud.all('AWS::IAM::Role').flatMap(({ name, arn }) => {
      const statements = policies.get(name) ?? [];
      return [arn, accessKeyOf(arn)].map((known) => [known, statements] as const);
    }),
  );
  const may = (role: string, asked: AccessRequest): boolean => isAllowed(roles.get(role) ?? [], asked);
  const assertAllowed = (role: string, asked: AccessRequest): void => {
    if (!may(role, asked)) throw new Error(`${role} is not allowed ${asked.action} on ${asked.resource}`);
  };

  let offsetMs = 0;
  const now = (): string => new Date(Date.now() + offsetMs).toISOString();
  let cognito: Cognito | undefined;
  const hosts = hostsOf({ cloud, isAllowed: may });
  const dynamo = withPolicies(table, may);
  const network = await openNetwork({
    ...hosts.byName,
    [`dynamodb.${REGION}.amazonaws.com`]: dynamo,
    [HOST]: () => json(cognito?.keys),
  });

  // Compiled once, instead of by each process when it starts.
  const runtime = join(home, 'runtime.mjs');
  const source = readFileSync(join(import.meta.dirname, 'runtime.ts'), 'utf8');
  writeFileSync(runtime, transformSync(source, { loader: 'ts', target: 'node24' }).code);
  const functions = cloud
    .all('AWS::Lambda::Function')
    .filter(({ id }) => !id.startsWith('Custom'))
    .map((made) => {
      const folder = join(home, 'unpacked', made.name);
      const zip = zips.get(zipOf(made));
      if (!zip) throw new Error(`the zip of ${made.name} was not uploaded`);
      unpack(zip, folder);
      return new LambdaFunction(made, { folder, runtime, network: network.url, offsetMs: () => offsetMs });
    });
  const lambda = (name: string): LambdaFunction => {
    const found = functions.find((one) => one.name === name || one.name === `kitty-${PLACE}-prod-${name}`);
    if (!found) throw new Error(`there is no function ${name}`);
    return found;
  };

  const queues = new Map(cloud.all('AWS::SQS::Queue').map(({ id }) => [id, [] as unknown[]]));
  const queue = (arn: string, role: string, message: unknown): void => {
    assertAllowed(role, { action: 'sqs:SendMessage', resource: arn });
    queues.get(cloud.at(arn).id)?.push(message);
  };
  const ask: Account['ask'] = async (name, target, body) => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${lambda(name).accessKey}/0/0/0/aws4_request, SignedHeaders=host, Signature=0`;
    const headers = { 'x-amz-target': target, 'x-amz-date': '0', 'content-type': 'application/x-amz-json-1.0' };
    return dynamo({ headers: { ...headers, authorization }, body: Buffer.from(JSON.stringify(body)) });
  };

  cognito = await cognitoOf({ cloud, lambda, now });
  const gateway = gatewayOf({ cloud, lambda, keys: cognito.keys, now });
  const stream = streamOf({ cloud, lambda, ask, queue });
  const start = schedulerOf({ cloud, lambda, now, assertAllowed, queue });

  async function runDue(): Promise<void> {
    for (let tick = 0; tick < MAX_TICKS; tick++) {
      await stream.drain();
      await start('clock');
      // Nothing was written, so further runs on this day would do nothing either.
      if ((await stream.drain()) === 0) break;
    }
    await start('notices');
  }

  const server = await listen(async (request) => {
    const own = serves(account, request);
    if (own) return own;
    const answer = await gateway(request);
    if (request.method !== 'GET') stream.wake();
    return answer;
  }, 0);
  const account: Account = {
    url: `http://127.0.0.1:${server.port}`,
    notifyMessages: hosts.notifyMessages,
    objects: hosts.objects,
    signIn: cognito.signIn,
    functions,
    table,
    network,
    stream,
    messagesIn: (name) => [...queues].find(([id]) => id.startsWith(name))?.[1] ?? [],
    lambda,
    ask,
    now,
    start,
    async pass(days) {
      await runDue();
      for (let day = 0; day < days; day++) {
        offsetMs += DAY_MS;
        for (const one of functions) one.sendClock();
        await runDue();
      }
    },
    async close() {
      await server.close();
      await stream.stop();
      await Promise.all(functions.map((one) => one.kill()));
      await network.close();
      await table.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
  return account;
}
