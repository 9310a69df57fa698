// Runs the CDK command that publishes the assembly's assets, against a simulated bucket.
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ACCOUNT } from './cloud.ts';
import { listening } from './listening.ts';

const CDK = join(dirname(createRequire(import.meta.url).resolve('aws-cdk/package.json')), 'bin/cdk');

/** The command's other requests to AWS: a text that the request contains, and the answer. */
const ANSWERS: readonly (readonly [word: string, type: string, body: string])[] = [
  [
    'GetCallerIdentity',
    'text/xml',
    `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>${ACCOUNT}</Account><Arn>arn:aws:iam::${ACCOUNT}:user/operator</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`,
  ],
  [
    'AssumeRole',
    'text/xml',
    '<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>0</SecretAccessKey><SessionToken>0</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>',
  ],
  // The version of the account's bootstrap: any that is new enough.
  ['/cdk-bootstrap/', 'application/x-amz-json-1.1', '{"Parameter":{"Value":"999"}}'],
  ['?location', 'text/xml', '<LocationConstraint>eu-west-2</LocationConstraint>'],
  ['?list-type', 'text/xml', '<ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>'],
];

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Object key → the zip's bytes. */
export async function published(
  assembly: string,
  stacks: readonly string[],
  home: string,
): Promise<Map<string, Buffer>> {
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { pathname, search } = new URL(request.url ?? '', 'http://s3');
    const said = search + (body.length < 1000 ? body.toString() : '');
    const known = ANSWERS.find(([word]) => said.includes(word));
    if (known) response.setHeader('content-type', known[1]).end(known[2]);
    else if (request.method === 'PUT') {
      objects.set(pathname.split('/').at(-1) ?? '', body);
      response.setHeader('etag', '"0"').end();
    } else response.writeHead(404).end();
  });
  const { url, close } = await listening(server);
  const words = [
    'publish-assets',
    ...stacks,
    '--exclusively',
    '--app',
    assembly,
    '--unstable=publish-assets',
    '--no-notices',
  ];
  const cdk = spawn(process.execPath, [CDK, ...words], {
    cwd: home,
    // Its own folder as home: neither the operator's settings nor their cache.
    env: {
      PATH: process.env.PATH,
      HOME: home,
      AWS_REGION: 'eu-west-2',
      AWS_ACCESS_KEY_ID: 'operator',
      AWS_SECRET_ACCESS_KEY: 'operator',
      AWS_ENDPOINT_URL: url,
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      CDK_DISABLE_VERSION_CHECK: 'true',
      CI: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [cdk.stdout, cdk.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  const code = await new Promise((resolve) => cdk.once('close', resolve));
  await close();
  if (code !== 0) throw new Error(`cdk publish-assets failed: ${said}`);
  return objects;
}
