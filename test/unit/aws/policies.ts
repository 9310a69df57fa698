// Reads the roles out of synthesised templates, and says in sentences where one may do more than it is meant to.
import type { Template } from './synthesis.ts';

type Templates = ReadonlyMap<string, Template>;

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface Allowed {
  readonly actions: readonly string[];
  /** Each as `stack:logical id` with what follows it, such as `data:Table/index/by-op`; else as it stands. */
  readonly resources: readonly string[];
  /** Patterns of partition keys; undefined where any key will do. */
  readonly keys: readonly string[] | undefined;
}

/** The logical id without the CDK's hash. */
const plain = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** What a resource in a policy points to, wherever it is exported from. */
function target(templates: Templates, stack: string, value: unknown): string {
  if (typeof value === 'string') return value;
  const [[name, inner] = ['', undefined]] = Object.entries(value as Record<string, unknown>);
  if (name === 'Fn::GetAtt')
    return `${stack}:${plain(String(list(inner)[0]))}${list(inner)[1] === 'StreamArn' ? '/stream' : ''}`;
  if (name === 'Ref') return `${stack}:${plain(String(inner))}`;
  if (name === 'Fn::Join')
    return list(list(inner)[1])
      .map((part) => target(templates, stack, part))
      .join('');
  if (name === 'Fn::ImportValue')
    for (const [from, { Outputs = {} }] of templates)
      for (const output of Object.values(Outputs))
        if (output.Export?.Name === inner) return target(templates, from, output.Value);
  return JSON.stringify(value);
}

/** What each role is allowed, by stack and role. The CDK's own helpers, which run during deployments only, are left out. */
export function roles(templates: Templates): Map<string, Allowed[]> {
  const found = new Map<string, Allowed[]>();
  for (const [stack, { Resources }] of templates)
    for (const { Type, Properties } of Object.values(Resources)) {
      if (Type !== 'AWS::IAM::Policy') continue;
      const { Statement: statements } = Properties.PolicyDocument as { Statement: readonly Statement[] };
      for (const role of list(Properties.Roles).map((one) => target(templates, stack, one))) {
        if (/:Custom/.test(role)) continue;
        const allowed = statements.map(({ Action, Resource, Condition }) => ({
          actions: list(Action).map(String),
          resources: list(Resource).map((one) => target(templates, stack, one)),
          keys: Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] as string[] | undefined,
        }));
        found.set(role, [...(found.get(role) ?? []), ...allowed]);
      }
    }
  return found;
}

const like = (pattern: string, key: string): boolean =>
  new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(key);

export const allows = ({ actions, keys }: Allowed, action: string, key: string): boolean =>
  actions.includes(action) && (keys === undefined || keys.some((pattern) => like(pattern, key)));

const NEVER =
  /^dynamodb:(DeleteItem|BatchWriteItem|PartiQL\w*|Scan|.*Table.*|.*Backup.*)$|^iam:|^sts:|^kms:(?!Decrypt$)/;

/** The one object store and the one sender of emails that a role may use, and for what. */
const onlyRight = (place: string, sender: string): Readonly<Record<string, string>> => ({
  's3:PutObject': `data:Heads/${place}/*`,
  'ses:SendEmail': `arn:jobs:AWS::Partition:ses:eu-west-2:jobs:AWS::AccountId:identity/${sender}`,
});

/** `place` begins every key; `sender` is the address that emails come from. */
export function widerThanMeant(templates: Templates, place: string, sender: string): string[] {
  const faults: string[] = [];
  const right = onlyRight(place, sender);
  const secrets = new Map<string, string>();
  for (const [role, allowed] of roles(templates))
    for (const one of allowed) {
      const { actions, resources, keys } = one;
      const say = (what: string) => faults.push(`${role} ${what}`);
      for (const action of actions) {
        if (action.includes('*')) say(`may do ${action}`);
        if (NEVER.test(action)) say(`may do ${action}`);
      }
      for (const resource of resources) {
        const isHeads = actions.every((action) => right[action] === resource);
        if (resource.includes('*') && !isHeads) say(`reaches ${resource}`);
        for (const action of actions.filter((one) => /^(s3|ses):/.test(one)))
          if (right[action] !== resource) say(`may do ${action} on ${resource}`);
      }
      const ofTable = actions.filter((action) => action.startsWith('dynamodb:'));
      if (ofTable.length > 0) {
        for (const resource of resources)
          if (!/^data:Table(\/stream|\/index\/by-(op|due))?$/.test(resource)) say(`reaches another table: ${resource}`);
        const ofStream = resources.every((resource) => resource === 'data:Table/stream');
        if (!keys && !ofStream) say(`may do ${ofTable.join(', ')} on every key`);
        for (const pattern of keys ?? [])
          if (pattern !== place && !pattern.startsWith(`${place}#`)) say(`reaches another place: ${pattern}`);
      }
      for (const journal of [`${place}#POOL#id`, `${place}#ALLOC#id`])
        for (const action of ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'])
          if (allows(one, action, journal)) say(`may do ${action} on a journal: ${journal}`);
      if (actions.includes('secretsmanager:GetSecretValue'))
        for (const resource of resources) {
          const other = secrets.get(resource);
          if (other !== undefined) say(`reads the secret of ${other}`);
          secrets.set(resource, role);
        }
    }
  return faults;
}
