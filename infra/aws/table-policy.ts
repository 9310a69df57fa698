// A Lambda's rights on the table as statements of its role's policy.
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { grantsOf, type LambdaName } from './rights.ts';

export function tableStatements(table: Table, place: string, lambda: LambdaName): PolicyStatement[] {
  const statements = grantsOf(lambda, place).map(
    ({ action, index, keys }) =>
      new PolicyStatement({
        actions: [`dynamodb:${action}`],
        resources: [index === undefined ? table.tableArn : `${table.tableArn}/index/${index}`],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } },
      }),
  );
  return table.encryptionKey ? [...statements, keyStatement(table, table.encryptionKey.keyArn)] : statements;
}

/** With --table-key: use of the key through DynamoDB only. */
const keyStatement = (table: Table, keyArn: string): PolicyStatement =>
  new PolicyStatement({
    actions: ['kms:Decrypt'],
    resources: [keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${table.env.region}.amazonaws.com` } },
  });
