// Evaluates IAM policies: a request must match a statement that allows it and none that denies it.
import * as z from 'zod';
import type { Cloud } from './cloud.ts';

const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/** Strict: a statement with anything else in it throws, because it would be evaluated wrongly. */
const statement = z.strictObject({
  Effect: z.enum(['Allow', 'Deny']),
  Action: list,
  Resource: list,
  Condition: z.record(z.string(), z.record(z.string(), list)).optional(),
});
export type Statement = z.output<typeof statement>;

const policy = z.object({ PolicyDocument: z.object({ Statement: z.array(statement) }), Roles: z.array(z.string()) });

export interface AccessRequest {
  readonly action: string;
  readonly resource: string;
  /** Values of condition keys, such as dynamodb:LeadingKeys. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** Role's name → the statements of all its policies. */
export function statementsByRole(cloud: Cloud): Map<string, Statement[]> {
  const found = new Map<string, Statement[]>();
  for (const { properties, id } of cloud.all('AWS::IAM::Policy')) {
    // The CDK's own helpers run during deployments only.
    if (id.startsWith('Custom')) continue;
    const { PolicyDocument, Roles } = policy.parse(properties);
    for (const role of Roles) found.set(role, [...(found.get(role) ?? []), ...PolicyDocument.Statement]);
  }
  return found;
}

/** `*` stands for anything, `?` for one character. */
export const like = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    's',
  ).test(text);

type Compare = (patterns: readonly string[], found: readonly string[] | undefined) => boolean;

const OPERATORS: Readonly<Record<string, Compare>> = {
  // As in IAM, true when the key has no values; every request here has some.
  'ForAllValues:StringLike': (patterns, found = []) =>
    found.every((one) => patterns.some((pattern) => like(pattern, one))),
  StringEquals: (values, found = []) => found.length === 1 && values.includes(found[0] ?? ''),
};

function conditionsHold({ Condition = {} }: Statement, { context = {} }: AccessRequest): boolean {
  return Object.entries(Condition).every(([operator, conditions]) => {
    const compare = OPERATORS[operator];
    if (!compare) throw new Error(`the condition operator ${operator} is not implemented`);
    return Object.entries(conditions).every(([name, patterns]) => compare(patterns, context[name]));
  });
}

const applies = (one: Statement, asked: AccessRequest): boolean =>
  one.Action.some((pattern) => like(pattern, asked.action)) &&
  one.Resource.some((pattern) => like(pattern, asked.resource)) &&
  conditionsHold(one, asked);

export function isAllowed(statements: readonly Statement[], asked: AccessRequest): boolean {
  const applying = statements.filter((one) => applies(one, asked));
  return applying.some(({ Effect }) => Effect === 'Allow') && !applying.some(({ Effect }) => Effect === 'Deny');
}
