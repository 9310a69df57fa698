// The Lambda bundles are small, the same on every build, hold nothing local, and start by themselves.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, bundleAll, faultsOf, LAMBDAS, weights, writeBundles } from '../../infra/bundle.ts';
import { unmatched } from '../../infra/lean.ts';
import { healthEvent, lambdaEnvironment } from '../bench/start/event.ts';

const run = promisify(execFile);

let folder: string;
let bundles: Bundle[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kitty-bundle-'));
  bundles = await bundleAll();
  await writeBundles(bundles, join(folder, 'dist'));
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const bundleOf = (name: string): Bundle => {
  const found = bundles.find((bundle) => bundle.name === name);
  if (!found) throw new Error(`no bundle ${name}`);
  return found;
};

describe('the bundles', () => {
  test('are the same bytes on every build', async () => {
    const again = await bundleAll();
    for (const [i, bundle] of bundles.entries())
      for (const [path, contents] of bundle.files)
        expect(Buffer.compare(contents, again[i]?.files.get(path) ?? new Uint8Array()), path).toBe(0);
  });

  test.each(LAMBDAS)('$name is within its budget, and holds nothing that is not for a Lambda', ({ name }) => {
    expect(faultsOf(bundleOf(name))).toEqual([]);
  });

  test('over budget is a fault that says by how much', () => {
    const [fault] = faultsOf(bundleOf('api'), 1000);
    expect(fault).toMatch(/^The bundle api has \d+ bytes, \d+ over its budget of 1000/);
  });

  test('holding a local file is a fault that names it', () => {
    const bundle = bundleOf('api');
    const inputs = { ...bundle.metafile.inputs, 'infra/local/engine.ts': { bytes: 1, imports: [] } };
    expect(faultsOf({ ...bundle, metafile: { ...bundle.metafile, inputs } }, Number.POSITIVE_INFINITY)).toEqual([
      'The bundle api holds infra/local/engine.ts, which must never run on a Lambda.',
    ]);
  });

  test('each rule of what is left out matches something; one that does not stops the build', () => {
    expect(unmatched(bundles)).toEqual([]);
    const rule = { imported: /^moved-elsewhere$/, within: /client-dynamodb/, standIn: 'credentials.ts' };
    expect(unmatched(bundles, [rule])).toEqual([
      'The rule of infra/lean.ts for imports /^moved-elsewhere$/ within /client-dynamodb/ matched nothing in this build: mend it, or take it out.',
    ]);
    // Without the API's bundles nothing uses the fetch classes.
    expect(unmatched(bundles.filter(({ name }) => name === 'on-clock'))).toEqual([
      expect.stringContaining('global names of fetch classes'),
    ]);
  });

  test('carry none of the SDK’s credential providers, and zod in one language only', () => {
    const inputs = bundles.flatMap((bundle) => Object.keys(bundle.metafile.inputs));
    expect(inputs.filter((input) => input.includes('@aws-sdk/credential-provider'))).toEqual([]);
    expect(weights(bundleOf('api')).map(([name]) => name)).not.toContain('@aws-sdk/credential-provider-node');
    const shipped = Object.values(bundleOf('api').metafile.outputs).flatMap((output) => Object.entries(output.inputs));
    const locales = shipped.filter(
      ([input, { bytesInOutput }]) => input.includes('zod/v4/locales/') && bytesInOutput > 0,
    );
    expect(locales.map(([input]) => input)).toEqual(['node_modules/zod/v4/locales/en.js']);
  });
});

describe('a process of its own', () => {
  const start = async (lambda: string, script: string, env: Readonly<Record<string, string>>) => {
    const file = join(folder, `start-${lambda}.mjs`);
    await writeFile(file, `const { handler } = await import('./dist/${lambda}/index.mjs');\n${script}`);
    return run(process.execPath, [file], { env });
  };
  const answer = `const answer = await handler(${JSON.stringify(healthEvent)}, {});\nconsole.log(JSON.stringify(answer));`;

  test('starts `api` and gets an answer about its health, without loading Node’s fetch', async () => {
    // Node's own record of what it has loaded of itself.
    const loaded = "console.log(JSON.stringify(process.moduleLoadList.filter((name) => name.includes('undici'))));";
    const { stdout, stderr } = await start('api', `${answer}\n${loaded}`, lambdaEnvironment);
    expect(stderr).toBe('');
    const [answered = '', own] = stdout.split('\n');
    expect(own).toBe('[]');
    const { statusCode, body, headers } = JSON.parse(answered);
    expect({ statusCode, body }).toEqual({ statusCode: 200, body: '{"status":"ok"}' });
    expect(headers['content-type']).toContain('application/json');
  });

  test('`api` reaches its table: signed with the role’s session, and at the address that it was given', async () => {
    const seen: { target: unknown; token: unknown; signed: string }[] = [];
    const server = createServer((request, response) => {
      const { 'x-amz-target': target, 'x-amz-security-token': token, authorization = '' } = request.headers;
      seen.push({ target, token, signed: authorization });
      response.setHeader('content-type', 'application/x-amz-json-1.0');
      response.end('{"Items":[],"Count":0}');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const offers = { ...healthEvent, rawPath: '/v1/offers/0123456789abcdef' };
    const script = `console.log((await handler(${JSON.stringify(offers)}, {})).statusCode);`;
    const { stdout } = await start('api', script, {
      ...lambdaEnvironment,
      DYNAMODB_ENDPOINT: `http://127.0.0.1:${port}`,
    });
    server.close();
    expect(stdout).toBe('404\n');
    expect(seen[0]).toMatchObject({
      target: expect.stringMatching(/^DynamoDB_20120810\.(GetItem|Query)$/),
      token: 'token',
    });
    expect(seen[0]?.signed).toMatch(/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-west-2\/dynamodb\/aws4_request/);
  });

  test('starts `on-clock`', async () => {
    const { stdout } = await start('on-clock', 'console.log(typeof handler);', lambdaEnvironment);
    expect(stdout).toBe('function\n');
  });

  test('starts `send-notices`, with its own settings only', async () => {
    const template = '9d751e0e-f929-4891-82a1-a3e1c3c18ee3';
    const notify = {
      KITTY_NOTICES: 'notify',
      KITTY_WEB: 'https://kitty.example',
      KITTY_NOTIFY_SECRET: 'notify',
      KITTY_NOTIFY_EMAIL_TEMPLATE: template,
      KITTY_NOTIFY_TEXT_TEMPLATE: template,
    };
    const { stdout } = await start('send-notices', 'console.log(typeof handler);', { ...lambdaEnvironment, ...notify });
    expect(stdout).toBe('function\n');
    await expect(start('send-notices', '', lambdaEnvironment)).rejects.toThrow('KITTY_NOTICES, KITTY_WEB');
    const byNotify = { ...lambdaEnvironment, KITTY_NOTICES: 'notify', KITTY_WEB: 'https://kitty.example' };
    await expect(start('send-notices', '', byNotify)).rejects.toThrow('KITTY_NOTIFY_SECRET, KITTY_NOTIFY_EMAIL');
    const bySes = { ...byNotify, KITTY_NOTICES: 'ses' };
    await expect(start('send-notices', '', bySes)).rejects.toThrow('KITTY_SENDER_EMAIL');
    const whole = { ...bySes, KITTY_SENDER_EMAIL: 'kitty@council.example' };
    expect((await start('send-notices', 'console.log(typeof handler);', whole)).stdout).toBe('function\n');
  });

  test('starts `keep-heads`, with its own settings only', async () => {
    const env = { ...lambdaEnvironment, KITTY_HEADS: 'heads' };
    expect((await start('keep-heads', 'console.log(typeof handler);', env)).stdout).toBe('function\n');
    await expect(start('keep-heads', '', lambdaEnvironment)).rejects.toThrow('KITTY_HEADS');
  });

  test('starts `on-journal`, which names the records that it could not read and takes the others', async () => {
    const record = (sk: string, SequenceNumber: string) => ({
      eventName: 'INSERT',
      dynamodb: {
        SequenceNumber,
        NewImage: { PK: { S: 'place#POOL#x' }, SK: { S: sk }, z: { B: 'AAAA' }, tags: { L: [] } },
      },
    });
    const event = {
      Records: [record('E#000000000001', '100'), record('NAMES', '200'), { dynamodb: { SequenceNumber: '300' } }],
    };
    const script = `console.log(JSON.stringify(await handler(${JSON.stringify(event)})));`;
    const { stdout, stderr } = await start('on-journal', script, lambdaEnvironment);
    expect(stdout).toBe('{"batchItemFailures":[{"itemIdentifier":"100"}]}\n');
    expect(stderr).toContain('"code":"projection-failed"');
  });

  test('does not start in a stage that nobody knows, nor without its table; and names the setting only', async () => {
    await expect(start('api', answer, { ...lambdaEnvironment, KITTY_STAGE: 'staging' })).rejects.toThrow(
      'these settings are missing or not allowed: KITTY_STAGE',
    );
    const { KITTY_TABLE: _, ...without } = lambdaEnvironment;
    await expect(start('api', answer, without)).rejects.toThrow('KITTY_TABLE');
  });
});
