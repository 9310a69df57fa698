// DynamoDB as the functions see it: the template's table on the embedded engine, behind the policies of the caller's role.
import { CreateTableCommand, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { databaseAt } from '../../infra/local/database.ts';
import { startEngine } from '../../infra/local/engine.ts';
import type { Template } from '../unit/aws/synthesis.ts';
import type { Answered, Sent } from './network.ts';
import type { AccessRequest } from './policy.ts';
import { accessRequests, type TableFacts, tableShape } from './table-requests.ts';

export interface TestTable extends TableFacts {
  readonly endpoint: string;
  /** Not subject to the policies. */
  readonly database: DynamoDBDocumentClient;
  /** Descriptions of refused requests. */
  readonly refusals: string[];
  stop(): Promise<void>;
}

export const NAME = 'kitty-table';
const streamed = z.object({ StreamSpecification: z.object({ StreamViewType: z.literal('NEW_IMAGE') }) });

/** Creates the table from its template. */
export async function makeTable(templates: ReadonlyMap<string, Template>): Promise<TestTable> {
  const all = Object.values(templates.get('data')?.Resources ?? {});
  const properties = all.find(({ Type }) => Type === 'AWS::DynamoDB::Table')?.Properties;
  const { StreamSpecification } = streamed.parse(properties);
  const engine = await startEngine();
  const database = databaseAt(engine.endpoint);
  const { AttributeDefinitions, BillingMode, KeySchema, LocalSecondaryIndexes, GlobalSecondaryIndexes } =
    properties as unknown as CreateTableCommandInput;
  const { TableDescription } = await database.send(
    new CreateTableCommand({
      TableName: NAME,
      AttributeDefinitions,
      BillingMode,
      KeySchema,
      LocalSecondaryIndexes,
      GlobalSecondaryIndexes,
      StreamSpecification: { StreamEnabled: true, ...StreamSpecification },
    }),
  );
  return {
    name: NAME,
    arn: TableDescription?.TableArn ?? '',
    streamArn: TableDescription?.LatestStreamArn ?? '',
    shape: tableShape.parse(properties),
    endpoint: engine.endpoint,
    database,
    refusals: [],
    async stop() {
      database.destroy();
      await engine.stop();
    },
  };
}

const refused = (message: string): Answered => ({
  status: 400,
  type: 'application/x-amz-json-1.0',
  body: JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', Message: message }),
});

const PASSED_ON = ['x-amz-target', 'x-amz-date', 'authorization', 'content-type'];

/** Refuses what the role may not do; the engine answers the rest. `may` knows roles by their access keys. */
export function withPolicies(table: TestTable, may: (accessKey: string, asked: AccessRequest) => boolean) {
  return async ({ headers, body }: Pick<Sent, 'headers' | 'body'>): Promise<Answered> => {
    const key = /Credential=([^/]+)\//.exec(String(headers.authorization))?.[1] ?? '';
    for (const asked of accessRequests(table, String(headers['x-amz-target']), JSON.parse(body.toString()))) {
      if (may(key, asked)) continue;
      const { action, resource, context = {} } = asked;
      const what = `${key} is not allowed ${action} on ${resource} ${Object.values(context).join(' ')}`;
      table.refusals.push(what);
      return refused(what);
    }
    const passedOn = Object.fromEntries(PASSED_ON.map((name) => [name, String(headers[name])]));
    const answer = await fetch(table.endpoint, { method: 'POST', headers: passedOn, body: body.toString() });
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: await answer.text() };
  };
}
