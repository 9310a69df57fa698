// What the operators' commands share: which deployment is meant, its stacks' outputs, and clear messages for AWS's errors.
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoClient } from '../../functions/platform/dynamo-table.ts';
import { type Options, optionsFrom, prefixOf } from './options.ts';

type Target = Pick<Options, 'stage' | 'place' | 'region'>;

/** The deployment that a command's arguments name. Throws an Error that says what is wrong with them. */
export function targetOf(args: Readonly<Record<string, unknown>>): Target {
  const { stage, place, region } = optionsFrom((name) => args[name]);
  return { stage, place, region };
}

export const cloudFormationIn = (region: string): CloudFormationClient => new CloudFormationClient({ region });

/** No page waits for it, so it waits longer and retries more often than Kitty itself. */
export const databaseIn = (region: string): DynamoDBDocumentClient =>
  dynamoClient({ region, maxAttempts: 10, requestHandler: { connectionTimeout: 5000, requestTimeout: 60_000 } });

/** An output of a stack. Throws an Error that says what to do when there is no such stack. */
export async function stackOutput(
  cloudFormation: CloudFormationClient,
  { stage, place, region }: Target,
  stack: 'data' | 'identity',
  output: string,
): Promise<string> {
  const name = `${prefixOf({ stage, place })}-${stack}`;
  const answer = await cloudFormation.send(new DescribeStacksCommand({ StackName: name })).catch((error) => {
    if (error instanceof Error && /does not exist/.test(error.message)) return undefined;
    throw error;
  });
  const found = answer?.Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === output)?.OutputValue;
  if (found !== undefined) return found;
  throw new Error(
    answer
      ? `Stack ${name} has no output ${output}: deploy this version of Kitty first (npm run deploy).`
      : `There is no stack ${name} in ${region} in this AWS account: deploy it first (npm run deploy), or check --stage, --place, --region and whose credentials these are.`,
  );
}

/** The stacks of one Kitty that CloudFormation refuses to delete. */
export async function protectedStacks(cloudFormation: CloudFormationClient, target: Target): Promise<string[]> {
  const names: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await cloudFormation.send(new DescribeStacksCommand(NextToken ? { NextToken } : {}));
    for (const { StackName = '', EnableTerminationProtection } of page.Stacks ?? [])
      if (EnableTerminationProtection && StackName.startsWith(`${prefixOf(target)}-`)) names.push(StackName);
    NextToken = page.NextToken;
  } while (NextToken);
  return names.sort();
}

/** Name of AWS's error → message. */
const MESSAGES: Readonly<Record<string, string>> = {
  CredentialsProviderError:
    'There are no AWS credentials here: sign in (aws sso login, with AWS_PROFILE set) or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
  ExpiredToken: 'The AWS credentials have run out: sign in again.',
  ExpiredTokenException: 'The AWS credentials have run out: sign in again.',
  InvalidClientTokenId: 'AWS does not know these credentials: sign in again.',
  UnrecognizedClientException: 'AWS does not know these credentials: sign in again.',
  InvalidRestoreTimeException:
    'There is no backup of that moment: it must lie within the last 35 days, after the table was made, and at least 5 minutes ago.',
};
const UNREACHABLE = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT']);

/** What went wrong, for whoever typed the command. */
export function errorMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && UNREACHABLE.has(String(error.code)))
    return `AWS is out of reach from here (${error.code}): check the network and --region.`;
  if (/^AccessDenied/.test(error.name)) return `These credentials may not do that: ${error.message}`;
  return MESSAGES[error.name] ?? error.message;
}
