// The table's copy from an earlier time is made once, under another name, and found again when the command is run again.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  RestoreTableToPointInTimeCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { databaseIn } from '../../../infra/aws/operator.ts';
import { restoredTable } from '../../../infra/aws/restore/restored-table.ts';

const dynamo = mockClient(DynamoDBClient);
beforeEach(() => dynamo.reset());
// The class is shared with the files that follow.
afterAll(() => dynamo.restore());

const NAME = 'kitty-data-Table-at-20261120T100000Z';
const look = (said: string[] = []) =>
  restoredTable(
    databaseIn('eu-west-2'),
    'kitty-data-Table',
    new Date('2026-11-20T10:00:00Z'),
    (sentence) => said.push(sentence),
    1,
  );
const being = (TableStatus: 'CREATING' | 'ACTIVE') => ({
  Table: { TableStatus, TableName: NAME },
});

describe('the copy from an earlier time', () => {
  test('is requested once, without the indexes that reading does not need, and waited for', async () => {
    const gone = new ResourceNotFoundException({ message: 'no', $metadata: {} });
    dynamo
      .on(DescribeTableCommand, { TableName: NAME })
      .rejectsOnce(gone)
      .resolvesOnce(being('CREATING'))
      .resolves(being('ACTIVE'));
    const said: string[] = [];
    expect(await look(said)).toBe(NAME);
    expect(dynamo.commandCalls(RestoreTableToPointInTimeCommand).map(({ args }) => args[0].input)).toEqual([
      {
        SourceTableName: 'kitty-data-Table',
        TargetTableName: NAME,
        RestoreDateTime: new Date('2026-11-20T10:00:00Z'),
        BillingModeOverride: 'PAY_PER_REQUEST',
        GlobalSecondaryIndexOverride: [],
        LocalSecondaryIndexOverride: [],
      },
    ]);
    expect(said).toHaveLength(2);
  });

  test('is found by the same command again', async () => {
    dynamo.on(DescribeTableCommand, { TableName: NAME }).resolves(being('ACTIVE'));
    expect(await look()).toBe(NAME);
    expect(dynamo.commandCalls(RestoreTableToPointInTimeCommand)).toEqual([]);
  });
});

describe('the command', () => {
  test.each([
    [[], /^Say --at, the last moment at which all was right/],
    [['--at', 'yesterday'], /^“yesterday” is no moment of the past/],
    [['--at', '2126-11-20T10:00:00Z'], /is no moment of the past/],
  ])('%j fails with a sentence', async (words, sentence) => {
    const all = ['infra/aws/restore/restore.ts', '--stage', 'dev', '--place', 'barking', ...words];
    const stderr = expect.stringMatching(sentence);
    await expect(promisify(execFile)(process.execPath, all)).rejects.toMatchObject({ code: 1, stderr });
  });
});
