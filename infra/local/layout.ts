// What the pages under /local share: their frame, and the words for a persona.
import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Persona } from './personas.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Served as a file, because the web's content security policy allows no inline styles. */
export const PAGE_CSS = readFileSync(new URL('./page.css', import.meta.url), 'utf8');

export const page = (title: string, content: Html) => html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
    <link rel="stylesheet" href="/local/page.css">
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
  </head>
  <body>
    <main>
      ${content}
    </main>
  </body>
</html>
`;

const ROLE_WORDS = {
  holder: 'has a budget',
  enterprise: 'runs an enterprise',
  broker: 'broker',
  funder: 'funder',
} as const;

export const titleOf = (slug: string): string =>
  slug
    .split('-')
    .map((word) => (word === 'and' ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');

/** A persona's roles, and the place if it is not the home place. */
export const wordsFor = ({ place, roles }: Persona, home: string): string =>
  roles.map((role) => ROLE_WORDS[role]).join(', ') + (place === home ? '' : `, ${titleOf(place)}`);
