// Turns what zod found wrong into sentences that say which field and what is allowed.

import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';

// What zod itself says where neither a schema nor `sentence` does.
z.config(en());

export interface InputError {
  readonly field: string;
  readonly detail: string;
}

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const quoted = (values: readonly unknown[]): string => values.map((value) => `“${String(value)}”`).join(', ');

function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `This is missing: send ${KINDS[issue.expected] ?? issue.expected}.`
        : `This must be ${KINDS[issue.expected] ?? issue.expected}.`;
    case 'too_small':
      return issue.origin === 'string'
        ? `This must have at least ${issue.minimum} character${issue.minimum === 1 ? '' : 's'}.`
        : issue.origin === 'array'
          ? `This must have at least ${issue.minimum} item${issue.minimum === 1 ? '' : 's'}.`
          : `This must be ${issue.minimum} or more.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `This must have at most ${issue.maximum} characters.`
        : issue.origin === 'array'
          ? `This must have at most ${issue.maximum} items.`
          : `This must be ${issue.maximum} or less.`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `This must be ${quoted(issue.values)}.`
        : `This must be one of ${quoted(issue.values)}.`;
    case 'not_multiple_of':
      return `This must be a multiple of ${issue.divisor}.`;
    default:
      return issue.message;
  }
}

/** One error a field, in the order of the input. Never repeats what was sent: it may be personal. */
export function inputErrors(error: z.core.$ZodError): InputError[] {
  return error.issues.flatMap((issue): InputError[] => {
    const at = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        field: (at ? `${at}.${key}` : key).slice(0, 100),
        detail: 'This field is not known here. Leave it out.',
      }));
    return [{ field: at || 'body', detail: sentence(issue) }];
  });
}
