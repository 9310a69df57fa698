// Requests to AWS are signed as AWS documents: its published example, and a stand-in that computes the signature again.
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bucketAt } from '../../functions/platform/bucket.ts';
import { signedFetch, signedHeaders } from '../../functions/platform/signed-fetch.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const KEY = 'AKIAIOSFODNN7EXAMPLE';
const bytes = (text: string) => new TextEncoder().encode(text);

test('the signature of “Example: GET Object” in the documentation of S3 is the same', async () => {
  // https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
  const signed = await signedHeaders(
    { name: 's3', region: 'us-east-1' },
    {
      method: 'GET',
      url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
      headers: { range: 'bytes=0-9' },
      body: bytes(''),
    },
    async () => ({ accessKeyId: KEY, secretAccessKey: SECRET }),
    new Date('2013-05-24T00:00:00Z'),
  );
  expect(signed.authorization).toBe(
    `AWS4-HMAC-SHA256 Credential=${KEY}/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41`,
  );
});

const hex = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The signature that AWS would expect of the request that arrived: written from its documentation, without any library. */
function expected({ method, url, headers }: IncomingMessage, body: Uint8Array): string {
  const [, date, region, service, names = ''] =
    /Credential=[^/]+\/(\d+)\/([\w-]+)\/(\w+)\/aws4_request, SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ??
    [];
  const lines = names.split(';').map((name) => `${name}:${headers[name]}\n`);
  const canonical = [method, url, '', lines.join(''), names, hex(body)].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hex(canonical)].join('\n');
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) =>
      createHmac('sha256', secret)
        .update(part ?? '')
        .digest(),
    `AWS4${SECRET}`,
  );
  return createHmac('sha256', key).update(toSign).digest('hex');
}

const stops: (() => void)[] = [];
beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', KEY);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', SECRET);
  vi.stubEnv('AWS_SESSION_TOKEN', 'session');
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const stop of stops.splice(0)) stop();
});

/** Answers 403 to a wrong signature, as AWS does; otherwise `status`. */
async function standIn(status = 200, said = '') {
  const seen: { url: string | undefined; headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    seen.push({ url: request.url, headers: request.headers, body: body.toString() });
    const isSigned = request.headers.authorization?.endsWith(`Signature=${expected(request, body)}`);
    response.writeHead(isSigned ? status : 403).end(isSigned ? said : '<Code>SignatureDoesNotMatch</Code>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => server.close());
  const address = server.address();
  return { seen, endpoint: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` };
}

describe('a request', () => {
  test('has the role’s session token, and all our headers are signed', async () => {
    const { seen, endpoint } = await standIn();
    const request = {
      method: 'POST',
      url: new URL('/v2/email/outbound-emails', endpoint),
      headers: { 'content-type': 'application/json' },
      body: bytes('{"words":"Grüße"}'),
    } as const;
    expect((await signedFetch({ name: 'ses', region: 'eu-west-2' }, request, 1000)).status).toBe(200);
    expect(seen[0]?.headers).toMatchObject({
      'x-amz-security-token': 'session',
      authorization: expect.stringContaining(
        'SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token',
      ),
    });
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'another');
    expect((await signedFetch({ name: 'ses', region: 'eu-west-2' }, request, 1000)).status).toBe(403);
  });

  test('without credentials is not sent', async () => {
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', '');
    const { seen, endpoint } = await standIn();
    const request = { method: 'POST', url: new URL(endpoint), headers: {}, body: bytes('') } as const;
    await expect(signedFetch({ name: 'ses', region: 'eu-west-2' }, request, 1000)).rejects.toThrow(
      'no AWS credentials',
    );
    expect(seen).toEqual([]);
  });
});

describe('an object', () => {
  const put = (endpoint: string) =>
    bucketAt({ name: 'heads', region: 'eu-west-2', endpoint }).putNew('barking/2026-06-01.jsonl.gz', bytes('heads'));

  test('is put once, with the checksum that Object Lock requires', async () => {
    const { seen, endpoint } = await standIn();
    expect(await put(endpoint)).toBe('written');
    expect(seen).toMatchObject([
      {
        url: '/heads/barking/2026-06-01.jsonl.gz',
        body: 'heads',
        headers: {
          'if-none-match': '*',
          'x-amz-sdk-checksum-algorithm': 'SHA256',
          'x-amz-checksum-sha256': createHash('sha256').update('heads').digest('base64'),
          authorization: expect.stringContaining(
            'SignedHeaders=content-type;host;if-none-match;x-amz-checksum-sha256;',
          ),
        },
      },
    ]);
  });

  test('whose key is taken is left as it is', async () => {
    expect(await put((await standIn(412)).endpoint)).toBe('taken');
  });

  test('that S3 refuses is an error that names S3’s reason', async () => {
    const { endpoint } = await standIn(403, '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>');
    await expect(put(endpoint)).rejects.toThrow('S3 answered 403 AccessDenied');
    await expect(put((await standIn(500)).endpoint)).rejects.toThrow('S3 answered 500');
  });
});
