// Lambda `keep-heads`, every night: copies the head of every journal to a bucket where nobody can change it.
import * as z from 'zod/mini';
import { keepHeads } from '../heads/keeping.actions.ts';
import { bucketAt } from '../platform/bucket.ts';
import { logError, logInfo } from '../platform/log.ts';
import { places, settings, stage, table } from '../platform/settings.ts';
import { lambdaContext } from './lambda-context.ts';

const bucketSettings = {
  /** The bucket, which has Object Lock. */
  KITTY_HEADS: z.string().check(z.minLength(1)),
  /** Only where the bucket is not AWS's own; AWS's own name for it. */
  AWS_ENDPOINT_URL_S3: z.optional(z.url()),
};

const env = settings({ ...stage, ...table, ...places, ...bucketSettings });
const bucket = bucketAt({ name: env.KITTY_HEADS, region: env.AWS_REGION, endpoint: env.AWS_ENDPOINT_URL_S3 });

/** One place's failure stops no other place; the Lambda still fails in the end, so that it is retried and the alarm goes off. */
export async function handler(): Promise<void> {
  let failed = 0;
  for (const place of env.KITTY_PLACES)
    try {
      const { heads, damaged, kept } = await keepHeads(lambdaContext(env, place), bucket, place);
      logInfo('heads-kept', { place, heads, kept });
      if (damaged.length > 0) throw new Error(`damaged: ${damaged.slice(0, 20).join(', ')}`);
    } catch (error) {
      failed++;
      logError('heads-not-kept', error);
    }
  if (failed > 0) throw new Error(`heads were not kept in ${failed} of ${env.KITTY_PLACES.length} places`);
}
