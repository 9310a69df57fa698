// Where what the API says differs from what the model says.
import type { Got } from './kitty.ts';
import type { Expected } from './types.ts';

export interface Difference {
  readonly what: string;
  readonly model: unknown;
  readonly api: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields that the model does not name, and those that only the API or only the model leaves out, are compared as absent. */
export function differences(what: string, model: unknown, api: unknown): Difference[] {
  if (Array.isArray(model) && Array.isArray(api) && model.length === api.length)
    return model.flatMap((one, i) => differences(`${what}[${i}]`, one, api[i]));
  if (isObject(model) && isObject(api))
    return Object.keys(model).flatMap((key) => differences(`${what}.${key}`, model[key], api[key]));
  return JSON.stringify(model) === JSON.stringify(api) ? [] : [{ what, model, api }];
}

/** Undefined when the answer is one that the model allows; else what differs. */
export function answerDiffers(
  expected: Expected,
  got: Got,
  fields: Record<string, unknown>,
  tolerated = '',
): Difference | undefined {
  const says = got.status < 300 ? 'success' : `${got.status} ${got.code}`;
  // A known difference, while it is being worked on: an order that is over answers as if there were none.
  const gone = tolerated.includes('gone') && got.code === 'not-found';
  if (!expected.ok && gone && expected.codes.includes('commission-over')) return undefined;
  if (!expected.ok)
    return got.status >= 300 && expected.codes.includes(got.code ?? '')
      ? undefined
      : { what: 'answer', model: `refused: ${[...new Set(expected.codes)].join(' or ')}`, api: says };
  if (got.status >= 300) {
    if (expected.perhaps.includes(got.code ?? '')) return undefined;
    return { what: 'answer', model: 'success', api: says };
  }
  return differences('answer', expected.fields, fields)[0];
}
