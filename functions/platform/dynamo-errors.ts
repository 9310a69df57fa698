// What a failed request to DynamoDB means: a lost race, a bug, or an unknown outcome.
import { OutcomeUnknown } from '../kernel/result.ts';
import { itemOf, type RawItem } from './dynamo-items.ts';
import type { PutAllOutcome } from './table.ts';

/** Errors after which a request certainly changed nothing and can be sent again later. */
const RETRYABLE = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingError',
]);
/** Errors that are bugs or wrong settings: trying again would not help. */
const PERMANENT = new Set([
  'ValidationException',
  'AccessDeniedException',
  'ResourceNotFoundException',
  'UnrecognizedClientException',
]);

interface DynamoError {
  readonly name: string;
  readonly message: string;
  /** The item that made a condition fail (ReturnValuesOnConditionCheckFailure). */
  readonly Item?: RawItem;
  readonly CancellationReasons?: readonly { readonly Code?: string; readonly Item?: RawItem }[];
}

export const isDynamoError = (error: unknown): error is DynamoError => error instanceof Error;

/** Rethrows bugs and wrong settings as they are; after any other error it is unknown whether the request was carried out. */
export function throwUnknown(error: unknown): never {
  if (isDynamoError(error) && PERMANENT.has(error.name)) throw error;
  if (isDynamoError(error) && error.CancellationReasons?.some(({ Code }) => Code === 'ValidationError')) throw error;
  throw new OutcomeUnknown(isDynamoError(error) ? error.name : 'no answer', { cause: error });
}

export const CONDITION_FAILED = 'ConditionalCheckFailedException';

/** The outcome of a conditional write that failed; undefined when it is unknown, or the error is a bug or a wrong setting. */
export function lostOutcomeOf(error: unknown): (PutAllOutcome & { readonly type: 'lost' }) | undefined {
  if (!isDynamoError(error)) return undefined;
  if (error.name === CONDITION_FAILED)
    return { type: 'lost', ...(error.Item ? { existing: [itemOf(error.Item)] } : {}) };
  if (error.name === 'TransactionConflictException' || RETRYABLE.has(error.name)) return { type: 'lost' };
  if (error.name !== 'TransactionCanceledException') return undefined;
  const reasons = (error.CancellationReasons ?? []).map(({ Code = 'None', Item }) => ({ Code, Item }));
  if (reasons.every(({ Code }) => Code === 'None') || reasons.some(({ Code }) => Code === 'ValidationError'))
    return undefined;
  const isTaken = reasons.every(({ Code, Item }) => Code === 'None' || (Code === 'ConditionalCheckFailed' && Item));
  return { type: 'lost', ...(isTaken ? { existing: reasons.map(({ Item }) => Item && itemOf(Item)) } : {}) };
}
