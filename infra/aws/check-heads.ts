// npm run check-heads: compares the journal heads saved on one day with the journals as they are now. It only reads, and
// uses the operator's own credentials, so that whoever checks need not trust Kitty's Lambdas.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkHeads } from '../../functions/heads/checking.actions.ts';
import { unpackHeads } from '../../functions/heads/heads.store.ts';
import { entryStore } from '../../functions/journal/journal.store.ts';
import { dynamoTable } from '../../functions/platform/dynamo-table.ts';
import { databaseAt } from '../local/database.ts';
import { cloudFormationIn, databaseIn, errorMessage, stackOutput, targetOf } from './operator.ts';

const text = { type: 'string' } as const;

/** Which table: the deployed one of a stage, or one that is named (a restored copy, or a local one). */
async function readArguments() {
  const { file, table, ...values } = parseArgs({
    options: { file: text, table: text, stage: text, place: text, region: text },
  }).values;
  if (!file)
    throw new Error(
      'Say --file, the heads of a day: aws s3 cp s3://<bucket>/<place>/<day>.jsonl.gz <file> brings them.',
    );
  // A table that is named belongs to no stage.
  const which = targetOf(table ? { stage: 'dev', ...values } : values);
  const { place, region } = which;
  return {
    file,
    place,
    region,
    table: table ?? (await stackOutput(cloudFormationIn(region), which, 'data', 'TableName')),
  };
}

try {
  const { file, place, table, region } = await readArguments();
  const heads = unpackHeads(readFileSync(file));
  if (heads.length === 0) throw new Error(`${file} holds no heads.`);
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  const database = endpoint ? databaseAt(endpoint) : databaseIn(region);
  let faults = 0;
  await checkHeads(entryStore(dynamoTable(database, table)), place, heads, (fault) => {
    faults++;
    console.error(fault);
  });
  database.destroy();
  if (faults > 0) throw new Error(`${faults} of ${heads.length} journals are not as they were kept.`);
  console.log(`All ${heads.length} journals still hold every event that was kept, unchanged.`);
} catch (error) {
  console.error(errorMessage(error));
  process.exitCode = 1;
}
