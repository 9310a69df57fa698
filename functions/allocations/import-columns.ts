// The columns of an import file, for the API and for the page that checks a file before it is sent. No imports, so that
// the page's bundle gets nothing else with them.

export const REQUIRED_COLUMNS = [
  'person_ref',
  'name',
  'email',
  'stream',
  'amount_pounds',
  'starts_on',
  'ends_on',
  'instalment',
  'custody',
  'outcomes',
] as const;

export const COLUMNS = [...REQUIRED_COLUMNS, 'pooling'] as const;
