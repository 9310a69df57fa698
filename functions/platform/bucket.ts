// A bucket in S3, as the one operation that Kitty needs: keep an object whose key is free.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
import { createHash } from 'node:crypto';
import { signedFetch } from './signed-fetch.ts';

export interface Bucket {
  /** Keeps an object under a key; `taken` when there is one already, which then stays as it is. */
  putNew(key: string, body: Uint8Array<ArrayBuffer>): Promise<'written' | 'taken'>;
}

interface Where {
  readonly name: string;
  readonly region: string;
  /** Only where the bucket is not AWS's own. */
  readonly endpoint?: string | undefined;
}

const TIMEOUT_MS = 120_000;

/** Keys are of letters, digits, hyphens, dots and slashes. */
export const bucketAt = ({ name, region, endpoint }: Where): Bucket => ({
  async putNew(key, body) {
    const url = new URL(endpoint ? `${endpoint}/${name}/${key}` : `https://${name}.s3.${region}.amazonaws.com/${key}`);
    const headers = {
      'content-type': 'application/gzip',
      'if-none-match': '*',
      // S3 takes nothing into a bucket with Object Lock without a checksum of what it should have got, and its kind.
      'x-amz-sdk-checksum-algorithm': 'SHA256',
      'x-amz-checksum-sha256': createHash('sha256').update(body).digest('base64'),
    };
    const answer = await signedFetch({ name: 's3', region }, { method: 'PUT', url, headers, body }, TIMEOUT_MS);
    const said = await answer.text();
    if (answer.ok) return 'written';
    if (answer.status === 412) return 'taken';
    throw new Error(`S3 answered ${answer.status} ${/<Code>(\w+)<\/Code>/.exec(said)?.[1] ?? ''}`);
  },
});
