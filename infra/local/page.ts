// The start page: what is running, and whom to sign in as.
import { readFileSync } from 'node:fs';
import { html, raw } from 'hono/html';
import type { Persona } from './personas.ts';

const css = readFileSync(new URL('./page.css', import.meta.url), 'utf8');

interface Shown {
  readonly place: string;
  /** Kitty's clock, an ISO instant. */
  readonly now: string;
  readonly personas: readonly Persona[];
  /** The name of whoever this browser is signed in as. */
  readonly signedIn: string | undefined;
}

const ROLE_WORDS = {
  holder: 'has a budget',
  enterprise: 'runs an enterprise',
  broker: 'broker',
  funder: 'funder',
} as const;

const title = (slug: string): string =>
  slug
    .split('-')
    .map((word) => (word === 'and' ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');

const when = (now: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/London' }).format(
    new Date(now),
  );

const personaItem = ({ key, name, place, roles }: Persona, home: string) => html`
        <li>
          <a href="/local/sign-in?as=${encodeURIComponent(key)}&to=/">Sign in as ${name}</a>
          <span>${roles.map((role) => ROLE_WORDS[role]).join(', ')}${place === home ? '' : `, ${title(place)}`}</span>
        </li>`;

export const startPage = ({ place, now, personas, signedIn }: Shown) => html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Kitty is running</title>
    <style>${raw(css)}</style>
  </head>
  <body>
    <main>
      <h1>Kitty is running</h1>
      <p class="lead">Kitty lets small groups of people with personal budgets put money into one pot, decide together,
        and commission local micro-enterprises.</p>
      <dl>
        <div><dt>Place</dt><dd>${title(place)}</dd></div>
        <div><dt>Kitty’s clock</dt><dd><time datetime="${now}">${when(now)}</time></dd></div>
        <div><dt>Signed in</dt><dd>${
          signedIn === undefined ? 'Nobody yet' : html`${signedIn} <a href="/local/sign-out?to=/">Sign out</a>`
        }</dd></div>
      </dl>
      <h2>The API</h2>
      <ul class="links">
        <li><a href="/docs">Browse the API</a></li>
        <li><a href="/openapi.json">OpenAPI document</a></li>
      </ul>
      <h2>People</h2>
      ${
        personas.length === 0
          ? html`<p>There is no demo place here.</p>`
          : html`<ul class="people">${personas.map((one) => personaItem(one, place))}
      </ul>`
      }
    </main>
  </body>
</html>
`;
