// The table's keys and indexes, for the local engine and for AWS.

export const tableShape = {
  partition: 'PK',
  sort: 'SK',
  /** Sorts a journal's own partition by request, because a local index can be read consistently. */
  localIndexes: [{ name: 'by-op', sort: 'op' }],
  /** What falls due in a place, by time. */
  globalIndexes: [{ name: 'by-due', partition: 'duePlace', sort: 'dueAt' }],
} as const;
