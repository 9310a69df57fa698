// One request to an AWS service, signed with the Lambda's own role: for services of which Kitty needs a single operation,
// and whose SDK client would be larger than the rest of a bundle.
import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import { defaultProvider } from './lean/credentials.ts';

interface Service {
  /** Its name in signatures: s3, ses. */
  readonly name: string;
  readonly region: string;
}

interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. All are signed. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** A request's headers with those of its signature, and `host`, which is signed too. */
export async function signedHeaders(
  { name, region }: Service,
  { method, url, headers, body }: SignedRequest,
  credentials: ReturnType<typeof defaultProvider>,
  at: Date,
): Promise<Record<string, string>> {
  // S3 signs the path as it is sent; every other service encodes it once more.
  const signer = new SignatureV4({ service: name, region, credentials, sha256: Sha256, uriEscapePath: name !== 's3' });
  const signed = await signer.sign(
    {
      method,
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      headers: { ...headers, host: url.host },
      body,
    },
    { signingDate: at },
  );
  return signed.headers;
}

/** Throws when there is no answer within `timeoutMs`: whether the request was carried out is then unknown. */
export async function signedFetch(service: Service, request: SignedRequest, timeoutMs: number): Promise<Response> {
  const { host: _, ...headers } = await signedHeaders(service, request, defaultProvider(), new Date());
  const { url, method, body } = request;
  return fetch(url, { method, headers, body, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
}
