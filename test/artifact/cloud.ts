// What CloudFormation would make of the templates: every resource with a name, and its properties with references resolved.
import type { Template } from '../unit/aws/synthesis.ts';

export const REGION = 'eu-west-2';
export const ACCOUNT = '123456789012';

export interface CloudResource {
  readonly type: string;
  /** The logical id, which the CDK derives from the construct's path. */
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly properties: unknown;
}

export interface Cloud {
  all(type: string): CloudResource[];
  /** The resource with this ARN. */
  at(arn: unknown): CloudResource;
}

/** What AWS would choose: resource type → `Ref` and attributes. */
type Chosen = Readonly<Record<string, Readonly<Record<string, string>>>>;

type Intrinsic = readonly [name: string, argument: unknown];

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Region': REGION,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** Bucket names are part of host names, so they are in lower case. */
const BUCKET = 'AWS::S3::Bucket';

const REFERRED_TO_BY_ARN = ['AWS::SecretsManager::Secret'];

/** Properties that name a resource. */
const NAMED = ['FunctionName', 'TableName', 'Name', 'RoleName', 'LogGroupName'];

function intrinsicOf(value: object): Intrinsic | undefined {
  const [only, another] = Object.entries(value);
  return only && !another && (only[0] === 'Ref' || only[0].startsWith('Fn::')) ? only : undefined;
}

export function cloudOf(templates: ReadonlyMap<string, Template>, chosen: Chosen): Cloud {
  const made: CloudResource[] = [];

  function nameOf(type: string, id: string, properties: Readonly<Record<string, unknown>>): string {
    const said = NAMED.map((name) => properties[name]).find((name) => typeof name === 'string');
    const name = chosen[type]?.Ref ?? String(said ?? id);
    return type === BUCKET ? name.toLowerCase() : name;
  }

  function arnOf(type: string, name: string): string {
    if (type === BUCKET) return `arn:aws:s3:::${name}`;
    const [, service = '', kind = ''] = type.toLowerCase().split('::');
    return chosen[type]?.Arn ?? `arn:aws:${service}:${REGION}:${ACCOUNT}:${kind}:${name}`;
  }

  function resourceIn(stack: string, id: string) {
    const found = templates.get(stack)?.Resources[id];
    if (!found) throw new Error(`${stack} has no resource ${id}`);
    return found;
  }

  function resolve(stack: string, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => resolve(stack, one));
    if (typeof value !== 'object' || value === null) return value;
    const intrinsic = intrinsicOf(value);
    if (intrinsic) return resolved(stack, intrinsic);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(stack, one)]));
  }

  function resolved(stack: string, [name, argument]: Intrinsic): unknown {
    switch (name) {
      case 'Ref':
        return refOf(stack, String(argument));
      case 'Fn::GetAtt': {
        const [id = '', attribute = ''] = argument as string[];
        const { Type, Properties } = resourceIn(stack, id);
        if (attribute === 'Arn') return arnOf(Type, nameOf(Type, id, Properties ?? {}));
        const value = chosen[Type]?.[attribute];
        if (value === undefined) throw new Error(`no value was chosen for ${attribute} of ${Type}`);
        return value;
      }
      case 'Fn::Join': {
        const [separator = '', parts] = argument as [string, unknown[]];
        return parts.map((part) => String(resolve(stack, part))).join(separator);
      }
      case 'Fn::Sub':
        return String(argument).replaceAll(/\$\{([^}]+)\}/g, (_, id: string) => refOf(stack, id));
      case 'Fn::ImportValue':
        for (const [from, { Outputs = {} }] of templates)
          for (const output of Object.values(Outputs))
            if (output.Export?.Name === argument) return resolve(from, output.Value);
        throw new Error(`nothing exports ${argument}`);
      default:
        throw new Error(`${name} is not known here`);
    }
  }

  function refOf(stack: string, id: string): string {
    const pseudo = PSEUDO[id];
    if (pseudo !== undefined) return pseudo;
    const { Type, Properties } = resourceIn(stack, id);
    const name = nameOf(Type, id, Properties ?? {});
    return REFERRED_TO_BY_ARN.includes(Type) ? arnOf(Type, name) : name;
  }

  for (const [stack, { Resources }] of templates)
    for (const [id, { Type: type, Properties = {} }] of Object.entries(Resources)) {
      const name = nameOf(type, id, Properties);
      let properties: unknown;
      made.push({
        type,
        id,
        name,
        arn: arnOf(type, name),
        // Only when asked for: most resources are not needed here.
        get properties() {
          properties ??= resolve(stack, Properties);
          return properties;
        },
      });
    }
  return {
    all: (type) => made.filter((one) => one.type === type),
    at(arn) {
      const found = made.find((one) => one.arn === arn);
      if (!found) throw new Error(`there is nothing at ${arn}`);
      return found;
    },
  };
}
