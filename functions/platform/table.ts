// The port to the one table, with the few operations that Kitty needs. On DynamoDB: dynamo-table.ts.

export interface Key {
  readonly PK: string;
  readonly SK: string;
}

export type Item = Key & Readonly<Record<string, unknown>>;

export interface Query {
  readonly pk: string;
  /** Only sort keys (of the table, or of the index) from here on, inclusive. */
  readonly from?: string;
  /** Only sort keys up to here, inclusive. */
  readonly to?: string;
  readonly beginsWith?: string;
  readonly index?: 'op' | 'due';
  readonly limit?: number;
  readonly newestFirst?: boolean;
  readonly consistent?: boolean;
}

export type PutAllOutcome =
  | { readonly type: 'written' }
  | {
      readonly type: 'lost';
      /**
       * For each item, in order, the one that has its key already, or undefined where the key was free. Absent when anything
       * else was a reason (another transaction at the same time, too many requests).
       */
      readonly existing?: readonly (Item | undefined)[];
    };

export interface Table {
  get(key: Key, consistent?: boolean): Promise<Item | undefined>;
  /** All matching items up to `limit`, pages joined. */
  query(query: Query): Promise<Item[]>;
  put(item: Item): Promise<void>;
  /** Puts an item if its key is free; else changes nothing and answers the item that is there. */
  putNew(item: Item): Promise<Item | undefined>;
  /** Puts an item unless the one there has the same or a higher number in `attribute`. */
  putNewer(item: Item, attribute: string): Promise<void>;
  /** Puts all items whose keys must all be free, or none. */
  putAllNew(items: readonly Item[]): Promise<PutAllOutcome>;
  /** Sets and removes attributes, or entries of map attributes (`['names', id]`), of an item that need not exist yet. */
  merge(
    key: Key,
    set: readonly (readonly [path: readonly string[], value: unknown])[],
    remove?: readonly (readonly string[])[],
  ): Promise<void>;
  remove(key: Key): Promise<void>;
}
