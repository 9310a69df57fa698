// Mistakes in a form: a sentence for each field, in the order of the page.

export interface FieldError {
  /** The id of the field, which the summary leads to. */
  readonly field: string;
  readonly message: string;
}

export const errorOf = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.message;
