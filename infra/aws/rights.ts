// What each Lambda may do with the table, by prefixes of partition keys. No Lambda may update or delete a journal's events.

const JOURNALS = ['POOL', 'ALLOC'] as const;
/** One partition for each place: `<place>#<family>`. */
const ONE_PARTITION = ['OFFERS', 'VIEW', 'REMINDER', 'DISPUTES'] as const;
/** One partition for each thing: `<place>#<family>#<id>`. */
type ManyPartitions =
  | (typeof JOURNALS)[number]
  | 'POOLTEXT'
  | 'ALLOCTEXT'
  | 'INVITATION'
  | 'PERSON'
  | 'EMAIL'
  | 'REF'
  | 'IMPORT'
  | 'ENTERPRISE'
  | 'COMMISSION'
  | 'WORK'
  | 'NOTICE';
type Family = ManyPartitions | (typeof ONE_PARTITION)[number];

interface Rights {
  readonly gets: readonly Family[];
  readonly queries: readonly Family[];
  /** New items, and replacements. IAM cannot demand the condition that a key is free; a test of functions/ checks it. */
  readonly puts: readonly Family[];
  /** Changes parts of items; never of a journal's. */
  readonly updates?: readonly Exclude<Family, (typeof JOURNALS)[number]>[];
  /** Which lists of what is due: of journals (''), of reminders, of notices, of disputes. */
  readonly queriesDue?: readonly ('' | 'REMINDER' | 'NOTICE' | 'DISPUTES')[];
}

export type LambdaName = 'api' | 'imports' | 'on-clock' | 'on-journal' | 'on-sign-in' | 'send-notices' | 'keep-heads';

const RIGHTS: Readonly<Record<LambdaName, Rights>> = {
  api: {
    gets: [...JOURNALS, 'POOLTEXT', 'INVITATION', 'PERSON', 'ENTERPRISE', 'OFFERS', 'COMMISSION', 'DISPUTES'],
    queries: [...JOURNALS, 'POOLTEXT', 'PERSON', 'REF', 'OFFERS', 'VIEW', 'WORK'],
    puts: [...JOURNALS, 'POOLTEXT', 'ALLOCTEXT', 'INVITATION', 'PERSON', 'ENTERPRISE', 'OFFERS'],
    updates: ['POOLTEXT'],
    queriesDue: ['DISPUTES'],
  },
  imports: {
    gets: ['ALLOC', 'PERSON', 'EMAIL', 'REF', 'IMPORT'],
    queries: ['ALLOC', 'PERSON'],
    puts: ['ALLOC', 'PERSON', 'EMAIL', 'REF', 'IMPORT'],
  },
  'on-clock': {
    gets: [...JOURNALS, 'ENTERPRISE', 'NOTICE'],
    queries: JOURNALS,
    puts: [...JOURNALS, 'REMINDER', 'NOTICE'],
    queriesDue: ['', 'REMINDER'],
  },
  'on-journal': {
    gets: ['POOLTEXT', 'ENTERPRISE', 'NOTICE'],
    queries: ['POOL'],
    puts: ['VIEW', 'COMMISSION', 'WORK', 'DISPUTES', 'REMINDER', 'NOTICE'],
  },
  'on-sign-in': { gets: ['PERSON', 'EMAIL'], queries: [], puts: ['PERSON', 'EMAIL'] },
  'send-notices': {
    gets: ['NOTICE', 'PERSON', 'POOLTEXT'],
    queries: ['POOL'],
    puts: ['NOTICE'],
    queriesDue: ['NOTICE'],
  },
  'keep-heads': { gets: [], queries: [...JOURNALS, 'VIEW'], puts: [] },
};

const hasOnePartition = (family: Family): boolean => ONE_PARTITION.some((one) => one === family);
const isJournal = (family: Family): boolean => JOURNALS.some((one) => one === family);

const keysOf = (place: string, families: readonly Family[]): string[] =>
  families.map((family) => `${place}#${family}${hasOnePartition(family) ? '' : '#*'}`);

/** One action on the table, or on one of its indexes. */
interface Grant {
  readonly action: 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem';
  readonly index?: 'by-op' | 'by-due';
  /** Patterns of partition keys (of the index, where there is one). */
  readonly keys: readonly string[];
}

export function grantsOf(lambda: LambdaName, place: string): Grant[] {
  const { gets, queries, puts, updates = [], queriesDue = [] } = RIGHTS[lambda];
  const grants: Grant[] = [
    { action: 'GetItem', keys: keysOf(place, gets) },
    { action: 'Query', keys: keysOf(place, queries) },
    // Whoever appends looks for the request's op, and gets the event that has it.
    { action: 'Query', index: 'by-op', keys: keysOf(place, gets.filter(isJournal)) },
    {
      action: 'Query',
      index: 'by-due',
      keys: queriesDue.map((list) => (list === '' ? place : `${place}#${list}`)),
    },
    { action: 'PutItem', keys: keysOf(place, puts) },
    { action: 'UpdateItem', keys: keysOf(place, updates) },
  ];
  return grants.filter(({ keys }) => keys.length > 0);
}
