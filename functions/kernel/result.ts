// Expected failures are values: every rule and action answers a Result; bugs throw.

/**
 * Why something was refused. `code` is stable and public; `field` names the input; `detail` replaces the code's usual sentence;
 * `extension` is what the answer says besides, as far as the route names it.
 */
export interface Refusal<Code extends string> {
  readonly code: Code;
  readonly field?: string;
  readonly detail?: string;
  readonly extension?: object;
}

export type Result<Value, Code extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const refuse = <Code extends string>(
  code: Code,
  details: Omit<Refusal<Code>, 'code'> = {},
): { readonly ok: false; readonly refusal: Refusal<Code> } => ({ ok: false, refusal: { code, ...details } });

/** Thrown when it is unknown whether a request was carried out (after a time-out, for example), or to have it tried again. */
export class OutcomeUnknown extends Error {}
