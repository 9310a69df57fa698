// Lambda `on-journal`, on the table's stream. It answers which items failed; Lambda sends those again.
import { place, settings, stage, table } from '../platform/settings.ts';
import { writtenItems } from '../platform/stream.ts';
import { lambdaContext } from './lambda-context.ts';
import { onRecords } from './on-journal.ts';

const env = settings({ ...stage, ...table, ...place });
const context = lambdaContext(env, env.KITTY_PLACE);

interface PartialFailure {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export async function handler(event: unknown): Promise<PartialFailure> {
  const items = writtenItems(event);
  const failed = await onRecords(context, [...items.keys()]);
  return { batchItemFailures: failed.map((item) => ({ itemIdentifier: items.get(item) ?? '' })) };
}
