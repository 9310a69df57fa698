// A table in memory, only for measuring the time that requests take without I/O.
import type { Item, Key, Query, Table } from '../../functions/platform/table.ts';

const SORTED_BY = { op: ['PK', 'op'], due: ['duePlace', 'dueAt'] } as const;

export function memoryTable(): Table {
  const partitions = new Map<string, Map<string, Item>>();
  /** Events by op, and the newest of each journal: looked up as often as in the real table's indexes. */
  const byOp = new Map<string, Item>();
  const newest = new Map<string, Item>();

  const find = ({ PK, SK }: Key): Item | undefined => partitions.get(PK)?.get(SK);
  const keep = (given: Item): void => {
    // Copied, as if sent over the network: zlib's result is a small part of a large buffer.
    const item = given.z instanceof Uint8Array ? { ...given, z: Uint8Array.from(given.z) } : given;
    const partition = partitions.get(item.PK) ?? new Map<string, Item>();
    partitions.set(item.PK, partition.set(item.SK, item));
    if (typeof item.op === 'string') byOp.set(`${item.PK} ${item.op}`, item);
    if (item.SK >= (newest.get(item.PK)?.SK ?? '')) newest.set(item.PK, item);
  };

  function matching({ pk, from, to, beginsWith, index, newestFirst }: Query): Item[] {
    const [hashName, rangeName] = index ? SORTED_BY[index] : (['PK', 'SK'] as const);
    const all = index === 'due' ? [...partitions.values()].flatMap((one) => [...one.values()]) : [];
    const items = index === 'due' ? all : [...(partitions.get(pk)?.values() ?? [])];
    const sortKey = (item: Item): string => String(item[rangeName]);
    const found = items.filter((item) => {
      const key = sortKey(item);
      return (
        item[hashName] === pk &&
        item[rangeName] !== undefined &&
        key.startsWith(beginsWith ?? '') &&
        (beginsWith !== undefined || from === undefined || key >= from) &&
        (to === undefined || key <= to)
      );
    });
    found.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    return newestFirst ? found.reverse() : found;
  }

  return {
    get: async (key) => find(key),
    async query(query) {
      const { pk, from, to, index, limit, newestFirst } = query;
      const single = (item: Item | undefined): Item[] => (item ? [item] : []);
      if (index === 'op' && from === to) return single(byOp.get(`${pk} ${from}`));
      if (newestFirst && limit === 1 && from === 'E#') return single(newest.get(pk));
      return matching(query).slice(0, limit);
    },
    put: async (item) => keep(item),
    async putNew(item) {
      const there = find(item);
      if (!there) keep(item);
      return there;
    },
    async putNewer(item, attribute) {
      if (Number(find(item)?.[attribute] ?? -1) < Number(item[attribute])) keep(item);
    },
    async putAllNew(items) {
      const existing = items.map(find);
      if (existing.some((one) => one !== undefined)) return { type: 'lost', existing };
      for (const item of items) keep(item);
      return { type: 'written' };
    },
    async merge(key, set, remove = []) {
      const item = structuredClone({ ...key, ...find(key) });
      const last = ([...path]: readonly string[]) => {
        const name = path.pop() ?? '';
        return { name, holder: path.reduce<Record<string, unknown>>((one, part) => one[part] as typeof one, item) };
      };
      for (const [path, value] of set) last(path).holder[last(path).name] = value;
      for (const path of remove) delete last(path).holder[last(path).name];
      keep(item);
    },
    async remove({ PK, SK }) {
      partitions.get(PK)?.delete(SK);
    },
  };
}
