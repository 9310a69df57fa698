// A bucket in S3, with the one operation that Kitty needs: store an object whose key is free.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
import { createHash } from 'node:crypto';
import { signedFetch } from './signed-fetch.ts';

export interface Bucket {
  /** Stores an object under a key; `taken` when there is one already, which then stays as it is. */
  putNew(key: string, body: Uint8Array<ArrayBuffer>): Promise<'written' | 'taken'>;
}

interface BucketLocation {
  readonly name: string;
  readonly region: string;
  /** Only where the bucket is not AWS's own. */
  readonly endpoint?: string | undefined;
}

const TIMEOUT_MS = 120_000;

/** Keys are of letters, digits, hyphens, dots and slashes. */
export const bucketAt = ({ name, region, endpoint }: BucketLocation): Bucket => ({
  async putNew(key, body) {
    const url = new URL(endpoint ? `${endpoint}/${name}/${key}` : `https://${name}.s3.${region}.amazonaws.com/${key}`);
    const headers = {
      'content-type': 'application/gzip',
      'if-none-match': '*',
      // S3 refuses an object for a bucket with Object Lock unless it comes with a checksum and the checksum's algorithm.
      'x-amz-sdk-checksum-algorithm': 'SHA256',
      'x-amz-checksum-sha256': createHash('sha256').update(body).digest('base64'),
    };
    const response = await signedFetch({ name: 's3', region }, { method: 'PUT', url, headers, body }, TIMEOUT_MS);
    const responseText = await response.text();
    if (response.ok) return 'written';
    if (response.status === 412) return 'taken';
    throw new Error(`S3 answered ${response.status} ${/<Code>(\w+)<\/Code>/.exec(responseText)?.[1] ?? ''}`);
  },
});
