// The local issuer's sign-in page: choose a persona, or type the email of somebody imported.
import { html } from 'hono/html';
import { page, wordsFor } from './layout.ts';
import type { Persona } from './personas.ts';

interface Chooser {
  /** Where the forms go: the authorization request itself. */
  readonly action: string;
  readonly home: string;
  readonly personas: readonly Persona[];
  /** What was typed and is nobody's email. */
  readonly unknown?: string | undefined;
}

export const chooserPage = ({ action, home, personas, unknown }: Chooser) =>
  page(
    unknown === undefined ? 'Who are you? – Kitty' : 'Error: Who are you? – Kitty',
    html`${
      unknown === undefined
        ? ''
        : html`<div class="error-summary" role="alert" tabindex="-1" autofocus>
        <h2>There is a problem</h2>
        <p><a href="#who">Nobody here has this email address</a></p>
      </div>`
    }
      <h1>Who are you?</h1>
      <p class="lead">This Kitty runs on one machine, so nobody needs a password. Choose who you want to be.</p>
      ${
        personas.length === 0
          ? ''
          : html`<form method="post" action="${action}">
        <ul class="people">${personas.map(
          (one) => html`
          <li><button name="who" value="${one.key}"><strong>${one.name}</strong> <span>${wordsFor(one, home)}</span></button></li>`,
        )}
        </ul>
      </form>`
      }
      <h2>Somebody else</h2>
      <form method="post" action="${action}">
        <p class="field${unknown === undefined ? '' : ' wrong'}">
          <label for="who">Email address</label>
          <span class="hint" id="who-hint">Of anybody who was imported with an allocation.</span>
          ${
            unknown === undefined
              ? ''
              : html`<span class="error" id="who-error"><span class="hidden">Error:</span> Nobody here has this email address</span>`
          }
          <input id="who" name="who" type="email" autocomplete="email" spellcheck="false" required maxlength="320"
            value="${unknown ?? ''}" aria-describedby="who-hint${unknown === undefined ? '' : ' who-error'}"${
              unknown === undefined ? '' : html` aria-invalid="true"`
            }>
        </p>
        <button class="primary">Continue</button>
      </form>`,
  );

export const untrustedClientPage = () =>
  page(
    'Sign-in is not possible – Kitty',
    html`<h1>Sign-in is not possible from there</h1>
      <p>The page that sent you here is not this Kitty’s own. <a href="/">Go to Kitty</a> and sign in from there.</p>`,
  );
