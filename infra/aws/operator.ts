// What the operators' commands share: which Kitty is meant, what its stacks say, and a sentence for what AWS refuses.
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoClient } from '../../functions/platform/table.ts';
import { type Options, optionsFrom, prefixOf } from './options.ts';

type Which = Pick<Options, 'stage' | 'place' | 'region'>;

/** Out of a command's words. Throws a sentence. */
export function whichOf(said: Readonly<Record<string, unknown>>): Which {
  const { stage, place, region } = optionsFrom((name) => said[name]);
  return { stage, place, region };
}

export const cloudFormationIn = (region: string): CloudFormationClient => new CloudFormationClient({ region });

/** Nobody waits at a page, so it asks for longer and more often than Kitty itself. */
export const databaseIn = (region: string): DynamoDBDocumentClient =>
  dynamoClient({ region, maxAttempts: 10, requestHandler: { connectionTimeout: 5000, requestTimeout: 60_000 } });

/** What a stack gives out under a name. Throws the sentence that says what to do when there is no such stack. */
export async function stackOutput(
  cloudFormation: CloudFormationClient,
  { stage, place, region }: Which,
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
      ? `Stack ${name} does not say its ${output}: deploy this version of Kitty first (npm run deploy).`
      : `There is no stack ${name} in ${region} in this AWS account: deploy it first (npm run deploy), or check --stage, --place, --region and whose credentials these are.`,
  );
}

/** The stacks of one Kitty that CloudFormation refuses to delete. */
export async function protectedStacks(cloudFormation: CloudFormationClient, which: Which): Promise<string[]> {
  const names: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await cloudFormation.send(new DescribeStacksCommand(NextToken ? { NextToken } : {}));
    for (const { StackName = '', EnableTerminationProtection } of page.Stacks ?? [])
      if (EnableTerminationProtection && StackName.startsWith(`${prefixOf(which)}-`)) names.push(StackName);
    NextToken = page.NextToken;
  } while (NextToken);
  return names.sort();
}

/** By the name of AWS's error. */
const SENTENCES: Readonly<Record<string, string>> = {
  CredentialsProviderError:
    'There are no AWS credentials here: sign in (aws sso login, with AWS_PROFILE set) or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
  ExpiredToken: 'The AWS credentials have run out: sign in again.',
  ExpiredTokenException: 'The AWS credentials have run out: sign in again.',
  InvalidClientTokenId: 'AWS does not know these credentials: sign in again.',
  UnrecognizedClientException: 'AWS does not know these credentials: sign in again.',
  InvalidRestoreTimeException:
    'There is no backup of that moment: it must lie within the last 35 days, after the table was made, and at least 5 minutes ago.',
};
const OUT_OF_REACH = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT']);

/** What went wrong, for whoever typed the command. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && OUT_OF_REACH.has(String(error.code)))
    return `AWS is out of reach from here (${error.code}): check the network and --region.`;
  if (/^AccessDenied/.test(error.name)) return `These credentials may not do that: ${error.message}`;
  return SENTENCES[error.name] ?? error.message;
}
