// The page of the outbox: every message that would have been sent, the newest first.
import { html } from 'hono/html';
import { CONTACT_PREFERENCES } from '../../functions/notices/sender.ts';
import { page } from './layout.ts';
import type { SentMessage } from './outbox.ts';

const when = (at: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/London' }).format(
    new Date(at),
  );

const BY = { email: 'Email', text: 'Text message' } as const;

const messageItem = ({ at, by, name, address, subject, text, link }: SentMessage) => html`
        <li class="letter">
          <article>
            <h2>${subject}</h2>
            <p class="hint">${BY[by]} to ${name}, ${address}, <time datetime="${at}">${when(at)}</time></p>
            ${text.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)}
            <p><a href="${link}">Open ${link}</a></p>
            ${by === 'email' ? html`<p>${CONTACT_PREFERENCES.text} <a href="${CONTACT_PREFERENCES.link}">${CONTACT_PREFERENCES.link}</a></p>` : ''}
          </article>
        </li>`;

export const outboxPage = (messages: readonly SentMessage[]) =>
  page(
    'Outbox – Kitty on this machine',
    html`<p><a href="/local">Kitty on this machine</a></p>
      <h1>Outbox</h1>
      <p class="lead">What people would have been told by email or text. Nothing is really sent from this machine.</p>
      ${
        messages.length === 0
          ? html`<p>Nobody has been told anything yet. Make a proposal in a pool, and its members are.</p>`
          : html`<ul class="letters">${messages.map(messageItem)}
      </ul>`
      }
      <p><a href="/local/outbox.json">The same as JSON</a></p>`,
  );
