// Says in sentences where a Lambda's role may do more than it is meant to, going through its policies' statements.
import { ACCOUNT, type Cloud, cloudOf, REGION } from '../../artifact/cloud.ts';
import { isAllowed, type Statement, statementsByRole } from '../../artifact/policy.ts';
import type { Template } from './synthesis.ts';

/** What AWS would name the table. */
export const TABLE = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/kitty`;
const STREAM = `${TABLE}/stream/2026-06-01T00:00:00.000`;

/** The policies with their references resolved. */
export const cloudIn = (templates: ReadonlyMap<string, Template>): Cloud =>
  cloudOf(templates, { 'AWS::DynamoDB::Table': { Ref: 'kitty', Arn: TABLE, StreamArn: STREAM } });

/** Role → what its policies say. A role is named as in the code, without the CDK's hash. */
export const roles = (cloud: Cloud): Map<string, Statement[]> =>
  new Map([...statementsByRole(cloud)].map(([id, statements]) => [id.replace(/[0-9A-F]{8}$/, ''), statements]));

/** Patterns of partition keys; undefined where any key will do. */
export const keysOf = ({ Condition }: Statement): readonly string[] | undefined =>
  Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];

/** Whether these statements allow something with one item of the table. */
export const allows = (statements: readonly Statement[], action: string, key: string): boolean =>
  isAllowed(statements, { action, resource: TABLE, context: { 'dynamodb:LeadingKeys': [key] } });

const NEVER =
  /^dynamodb:(DeleteItem|BatchWriteItem|PartiQL\w*|Scan|.*Table.*|.*Backup.*)$|^iam:|^sts:|^kms:(?!Decrypt$)/;
const TABLE_RESOURCES = [TABLE, STREAM, `${TABLE}/index/by-op`, `${TABLE}/index/by-due`];

export const headsBucket = (cloud: Cloud): string =>
  cloud.all('AWS::S3::Bucket').find(({ id }) => id.startsWith('Heads'))?.arn ?? '';

/** `place` begins every key; `sender` is the address that emails come from. */
export function widerThanMeant(cloud: Cloud, place: string, sender: string): string[] {
  const faults: string[] = [];
  /** The one bucket and the one sender of emails that a role may use, and for what. */
  const meant: Readonly<Record<string, string>> = {
    's3:PutObject': `${headsBucket(cloud)}/${place}/*`,
    'ses:SendEmail': `arn:aws:ses:${REGION}:${ACCOUNT}:identity/${sender}`,
  };
  const secrets = new Map<string, string>();
  for (const [role, statements] of roles(cloud))
    for (const statement of statements) {
      const { Action: actions, Resource: resources } = statement;
      const keys = keysOf(statement);
      const say = (what: string) => faults.push(`${role} ${what}`);
      for (const action of actions) if (action.includes('*') || NEVER.test(action)) say(`may do ${action}`);
      for (const resource of resources) {
        const isMeant = actions.every((action) => meant[action] === resource);
        if (resource.includes('*') && !isMeant) say(`reaches ${resource}`);
        for (const action of actions.filter((one) => /^(s3|ses):/.test(one)))
          if (meant[action] !== resource) say(`may do ${action} on ${resource}`);
      }
      const onTable = actions.filter((action) => action.startsWith('dynamodb:'));
      if (onTable.length > 0) {
        for (const resource of resources)
          if (!TABLE_RESOURCES.includes(resource)) say(`reaches another table: ${resource}`);
        if (!keys && resources.some((resource) => resource !== STREAM))
          say(`may do ${onTable.join(', ')} on every key`);
        for (const pattern of keys ?? [])
          if (pattern !== place && !pattern.startsWith(`${place}#`)) say(`reaches another place: ${pattern}`);
      }
      for (const journal of [`${place}#POOL#id`, `${place}#ALLOC#id`])
        for (const action of ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'])
          if (allows([statement], action, journal)) say(`may do ${action} on a journal: ${journal}`);
      if (actions.includes('secretsmanager:GetSecretValue'))
        for (const resource of resources) {
          const other = secrets.get(resource);
          if (other !== undefined) say(`reads the secret of ${other}`);
          secrets.set(resource, role);
        }
    }
  return faults;
}
