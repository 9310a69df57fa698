// The page /local: what is running, its clock, and whom to sign in as.
import { html } from 'hono/html';
import { page, titleOf, wordsFor } from './layout.ts';
import type { Persona } from './personas.ts';

interface Shown {
  readonly place: string;
  /** Kitty's clock, an ISO instant. */
  readonly now: string;
  readonly personas: readonly Persona[];
  /** The name of whoever this browser is signed in as. */
  readonly signedIn: string | undefined;
}

const when = (now: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/London' }).format(
    new Date(now),
  );

const personaItem = (persona: Persona, home: string) => html`
        <li>
          <a href="/local/sign-in?as=${encodeURIComponent(persona.key)}&to=/">Sign in as ${persona.name}</a>
          <span>${wordsFor(persona, home)}</span>
        </li>`;

export const localPage = ({ place, now, personas, signedIn }: Shown) =>
  page(
    'Kitty on this machine',
    html`<h1>Kitty on this machine</h1>
      <p class="lead">Everything here runs on your computer, with people and money that are made up.</p>
      <p><a class="primary" href="/">Open Kitty</a></p>
      <dl>
        <div><dt>Place</dt><dd>${titleOf(place)}</dd></div>
        <div><dt>Kitty’s clock</dt><dd><time datetime="${now}">${when(now)}</time></dd></div>
        <div><dt>Signed in</dt><dd>${
          signedIn === undefined ? 'Nobody yet' : html`${signedIn} <a href="/local/sign-out?to=/local">Sign out</a>`
        }</dd></div>
      </dl>
      <h2>People</h2>
      ${
        personas.length === 0
          ? html`<p>There is no demo place here.</p>`
          : html`<ul class="people">${personas.map((one) => personaItem(one, place))}
      </ul>`
      }
      <h2>Messages</h2>
      <ul class="links">
        <li><a href="/local/outbox">Outbox: what people would have been told</a></li>
      </ul>
      <h2>Move the clock on</h2>
      <form method="post" action="/local/clock">
        <p class="field">
          <label for="days">Days</label>
          <span class="hint" id="days-hint">What falls due on each day is done. It can take a while, and there is no way back.</span>
          <input id="days" name="advanceDays" type="number" min="0" max="3660" step="1" value="1" required aria-describedby="days-hint">
        </p>
        <button class="primary">Move it on</button>
      </form>
      <h2>The API</h2>
      <ul class="links">
        <li><a href="/docs">Browse the API</a></li>
        <li><a href="/openapi.json">OpenAPI document</a></li>
      </ul>`,
  );
