// Reads the imports of functions/ and says which ones point the wrong way (functions/README.md, “Rooms”), in sentences.
import { posix } from 'node:path';

interface Import {
  /** As it stands in the file, resolved to a path from the root when it is one of ours. */
  readonly to: string;
  readonly typeOnly: boolean;
}

interface Source {
  readonly path: string;
  readonly room: string;
  /** rules, schema, store, actions, routes … ; empty for a file without a part. */
  readonly part: string;
  readonly imports: readonly Import[];
  /** The code without comments and plain strings. */
  readonly code: string;
}

const STRINGS_AND_COMMENTS = /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const STATEMENT = /^[ \t]*(?:import|export)\s+(type\s+)?(?:([^;'"]*?)\bfrom\s*)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;

function importsOf(path: string, text: string): Import[] {
  const resolve = (to: string) => (to.startsWith('.') ? posix.join(posix.dirname(path), to) : to);
  const still = [...text.matchAll(STATEMENT)].map(([, type, names = '', to = '']) => {
    const inner =
      /\{([\s\S]*)\}/
        .exec(names)?.[1]
        ?.split(',')
        .map((name) => name.trim()) ?? [];
    const named = inner.filter((name) => name !== '');
    const everyNameIsType = named.length > 0 && named.every((name) => name.startsWith('type '));
    return { to: resolve(to), typeOnly: type !== undefined || everyNameIsType };
  });
  const dynamic = [...text.matchAll(DYNAMIC)].map(([, to = '']) => ({ to: resolve(to), typeOnly: false }));
  return [...still, ...dynamic];
}

const partOf = (path: string): string => /\.([a-z-]+)\.ts$/.exec(posix.basename(path))?.[1] ?? '';
const roomOf = (path: string): string => path.split('/')[1] ?? '';

function parse(path: string, text: string): Source {
  const withoutComments = text.replaceAll(STRINGS_AND_COMMENTS, (all) => (all.startsWith('/') ? ' ' : all));
  const code = withoutComments.replaceAll(STRINGS_AND_COMMENTS, (all, plain) => (plain ? "''" : all));
  return { path, room: roomOf(path), part: partOf(path), imports: importsOf(path, withoutComments), code };
}

const GROUND = new Set(['entry', 'kernel', 'platform', 'journal']);
const PURE = new Set(['rules', 'state']);
/** Where a room decides what its journal takes: pure, as rules are. */
const isAggregate = (path: string): boolean => /^functions\/[^/]+\/journal\//.test(path);
const isPure = ({ path, part }: Pick<Source, 'path' | 'part'>): boolean => PURE.has(part) || isAggregate(path);
/** What pure files may import beside each other and the kernel. */
const PURE_JOURNAL = new Set(['functions/journal/journal.types.ts', 'functions/journal/accounts.ts']);
const NOT_PURE =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bprocess\.|\bperformance\.|\brandomUUID\b|\brandomBytes\b|\bnewId\b/;
const PLATFORM_ONLY = /^(@aws-sdk\/|@smithy\/|@aws-lambda-powertools\/|aws-|stripe(\/|$))/;

/** Where the table's own operations are declared and made. */
const TABLE = new Set(['functions/platform/table.ts', 'functions/platform/dynamo-table.ts']);

const ours = (path: string): boolean => path.startsWith('functions/');
const isIn = (path: string, room: string): boolean => path.startsWith(`functions/${room}/`);
const isRoom = (path: string): boolean => ours(path) && !GROUND.has(roomOf(path));

/** Which way a file may point, whatever it is. */
function wrongWay({ path, room, part, imports, code }: Source): string[] {
  const faults: string[] = [];
  for (const { to, typeOnly } of imports) {
    const target = partOf(to);
    const say = (why: string) => faults.push(`${path} imports ${to}: ${why}`);
    if (to === 'zod') say('functions/ uses zod/mini, of which a bundle holds only what is called');
    if (/^(infra|test|web)\//.test(to)) say('functions/ knows nothing of infra/, test/ or web/');
    if (isIn(to, 'entry') && room !== 'entry') say('only an entry may import an entry');
    if (target === 'routes' && room !== 'entry') say('routes are mounted by entries only');
    if (PLATFORM_ONLY.test(to) && room !== 'platform') say('only platform/ touches AWS, Stripe and tokens');
    if (room === 'kernel' && ours(to) && !isIn(to, 'kernel')) say('the kernel imports nothing but itself');
    if (room === 'platform' && isRoom(to)) say('platform/ knows no room');
    if (room === 'platform' && isIn(to, 'journal') && !typeOnly) say('platform/ may know types of the journal only');
    if (room === 'journal' && isRoom(to)) say('journal/ knows no room');
    if (target === 'actions' && room !== 'entry' && roomOf(to) !== room)
      say('a room never imports another room’s actions');
    if (
      part === 'schema' &&
      !(to === 'zod/mini' || isIn(to, 'kernel') || to === 'functions/platform/actor.ts' || target === 'schema')
    )
      say('a schema imports only zod, the kernel, platform/actor.ts and other schemas');
    if (part === 'store' && (target === 'actions' || target === 'routes')) say('a store is below actions and routes');
    if (part === 'actions' && target === 'routes') say('actions are below routes');
    if (part === 'routes' && target === 'store') say('routes call actions, never a store');
  }
  if (/\bprocess\.env\b/.test(code) && room !== 'platform')
    faults.push(`${path} reads process.env: only platform/ may`);
  if (/^\s*export\s+default\b|\bas\s+default\b/m.test(code)) faults.push(`${path} has a default export: name it`);
  const writes = /\bputAllNew\b|\bstore\.put\(/.test(code);
  if (writes && room !== 'journal' && !TABLE.has(path)) faults.push(`${path} writes events: only journal/ may`);
  return faults;
}

/** Rules, and all that they use, decide from their arguments alone. */
function impure(sources: ReadonlyMap<string, Source>): string[] {
  const faults: string[] = [];
  const waiting = [...sources.values()].filter(isPure);
  const seen = new Set(waiting);
  for (const { path, imports, code } of waiting) {
    const found = NOT_PURE.exec(code)?.[0];
    if (found) faults.push(`${path} uses ${found}: rules take time, chance and ids as arguments`);
    for (const { to, typeOnly } of imports) {
      if (isIn(to, 'kernel') || PURE_JOURNAL.has(to)) continue;
      // Reading what an older version stored needs a parser.
      if (to === 'zod/mini' && /\/upgrade-v\d+\.ts$/.test(path)) continue;
      const source = sources.get(to);
      if (typeOnly && partOf(to) === 'schema') continue;
      const plain = source && isRoom(to) && (isPure(source) || source.part === '');
      if (!plain) {
        faults.push(`${path} imports ${to}: rules import only the kernel, the journal’s types and other rules`);
        continue;
      }
      if (!seen.has(source)) {
        seen.add(source);
        waiting.push(source);
      }
    }
  }
  return faults;
}

/** Rooms that import each other's values in a circle. */
function roomCycles(sources: Iterable<Source>, isOurs = ours, roomOfPath = roomOf): string[] {
  const rooms = new Map<string, Set<string>>();
  for (const { path, imports } of sources)
    for (const { to, typeOnly } of imports) {
      const [room, other] = [roomOfPath(path), roomOfPath(to)];
      if (!typeOnly && isOurs(to) && other !== room) rooms.set(room, (rooms.get(room) ?? new Set()).add(other));
    }
  return circlesIn([...rooms.keys()], (room) => [...(rooms.get(room) ?? [])]).map(
    (circle) => `a circle of folders: ${circle.join(' → ')}`,
  );
}

/** Files that import each other in a circle. */
const fileCycles = (sources: ReadonlyMap<string, Source>): string[] =>
  circlesIn([...sources.keys()], (path) =>
    (sources.get(path)?.imports ?? []).map(({ to }) => to).filter((to) => sources.has(to)),
  ).map((circle) => `a circle of imports: ${circle.join(' → ')}`);

/** Circles in a graph, each at least once. */
function circlesIn(names: readonly string[], next: (name: string) => readonly string[]): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]): void => {
    const at = trail.indexOf(name);
    if (at >= 0) found.push([...trail.slice(at), name]);
    if (at >= 0 || done.has(name)) return;
    for (const to of next(name)) visit(to, [...trail, name]);
    done.add(name);
  };
  for (const name of names) visit(name, []);
  return found;
}

/** Folders under `prefix` that import each other's values in a circle; a folder inside another counts as one of its own. */
export const folderCircles = (files: Readonly<Record<string, string>>, prefix: string): string[] =>
  roomCycles(
    Object.entries(files).map(([path, text]) => parse(path, text)),
    (path) => path.startsWith(prefix),
    posix.dirname,
  );

/** Everything that is wrong in these files (path from the root → text), in order of path. */
export function wrongArrows(files: Readonly<Record<string, string>>): string[] {
  const sources = new Map(
    Object.entries(files)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, text]) => [path, parse(path, text)]),
  );
  const missing = [...sources.values()].flatMap(({ path, imports }) =>
    imports
      .filter(({ to }) => ours(to) && !sources.has(to))
      .map(({ to }) => `${path} imports ${to}: there is no such file`),
  );
  return [
    ...missing,
    ...[...sources.values()].flatMap(wrongWay),
    ...impure(sources),
    ...fileCycles(sources),
    ...roomCycles(sources.values()),
  ];
}

const FOLDERS = new Set(['functions', 'infra', 'web', 'test']);

/** Folders at the top that have no business there; what git ignores may lie about. */
export const strayFolders = (folders: readonly string[], ignored: readonly string[]): string[] =>
  folders.filter((name) => !FOLDERS.has(name) && !name.startsWith('.') && !ignored.includes(name));
