// Reads the markup of a fixture, so that it can be compared whatever its layout, or be handed to a component.
import { type ComponentChildren, h } from 'preact';

interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Node[];
}
type Node = Element | string;

const VOID = new Set(['br', 'hr', 'img', 'input']);
/** Space at their edges shows; at the edges of all others it does not. */
const INLINE = new Set(['span', 'em', 'b', 'i']);
const PIECES = /<!--[\s\S]*?-->|<\/([\w-]+)\s*>|<([\w-]+)((?:\s+[^\s=>/]+(?:\s*=\s*"[^"]*")?)*)\s*\/?>|[^<]+|</g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function parsed(html: string): Node[] {
  const root: Node[] = [];
  const open: Element[] = [];
  for (const [piece, closing, opening, rest] of html.matchAll(PIECES)) {
    const inside = open.at(-1)?.children ?? root;
    if (piece.startsWith('<!--')) continue;
    if (closing !== undefined) {
      const last = open.pop();
      if (last?.tag !== closing) throw new Error(`</${closing}> closes <${last?.tag}>`);
    } else if (opening !== undefined) {
      const element = { tag: opening, attributes: attributesIn(rest ?? ''), children: [] };
      inside.push(element);
      if (!VOID.has(opening) && !piece.endsWith('/>')) open.push(element);
    } else inside.push(decoded(piece));
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.tag}> is not closed`);
  return root;
}

const attributesIn = (text: string) =>
  new Map(
    [...text.matchAll(/([^\s=]+)(?:\s*=\s*"([^"]*)")?/g)].map(([, name = '', value = '']) => [name, decoded(value)]),
  );

const decoded = (text: string) => text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);

/** One line for each tag and text, with attributes and classes in the order of the alphabet. */
export function normalised(html: string): string {
  const lines: string[] = [];
  let text = '';
  const breakLine = () => {
    const trimmed = text.trim();
    if (trimmed !== '') lines.push(trimmed);
    text = '';
  };
  const write = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (typeof node === 'string') text = (text + node).replace(/\s+/g, ' ');
      else if (INLINE.has(node.tag)) {
        text += startOf(node);
        // A space after the tag is the same as one before it.
        if (/\s<[^>]*>$/.test(text) && typeof node.children[0] === 'string')
          node.children[0] = node.children[0].trimStart();
        write(node.children);
        text += `</${node.tag}>`;
      } else {
        breakLine();
        lines.push(startOf(node));
        write(node.children);
        breakLine();
        if (!VOID.has(node.tag)) lines.push(`</${node.tag}>`);
      }
    }
  };
  write(parsed(html));
  breakLine();
  return lines.map((line) => line.replace(/(<span[^>]*>) /, '$1').replace(/ (<\/span>)$/, '$1')).join('\n');
}

const startOf = ({ tag, attributes }: Element) =>
  `<${[
    tag,
    ...[...attributes]
      .filter((attribute) => counts(attribute))
      .map(written)
      .sort(),
  ].join(' ')}>`;

/** govuk's scripts are not loaded, so their hooks are not written; an empty value is what a field has by itself. */
const counts = ([name, value]: readonly [string, string]) =>
  name !== 'data-module' && !(name === 'value' && value === '');

function written([name, value]: readonly [string, string]): string {
  // govuk's script turns the first into the second when it starts; ours is there from the beginning.
  if (name === 'data-aria-controls') return `aria-controls="${value}"`;
  if (name === 'class') return `class="${value.split(/\s+/).sort().join(' ')}"`;
  return value === '' ? name : `${name}="${value}"`;
}

/** The same as what a page would write in JSX. */
export const drawn = (html: string): ComponentChildren => parsed(html.trim()).map(node);

const node = (one: Node): ComponentChildren =>
  typeof one === 'string' ? one : h(one.tag, Object.fromEntries(one.attributes), one.children.map(node));
