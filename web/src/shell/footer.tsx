// The bottom of every page.

import { Say } from '../components/say.tsx';
import { signedIn } from '../sign-in/session.ts';
import { say } from '../text/say.ts';
import { shellText as t } from './shell.text.ts';

export const Footer = () => (
  <footer class="kitty-footer">
    <div class="kitty-footer__inner">
      <Say text={t.footerLine} />
      <ul class="kitty-footer__list">
        {signedIn.value && (
          <li>
            <a class="govuk-link" href="/how-we-tell-you">
              {say(t.howWeTell)}
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href="/how-it-works">
            {say(t.howItWorks)}
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/accessibility">
            {say(t.accessibility)}
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/privacy">
            {say(t.privacy)}
          </a>
        </li>
      </ul>
    </div>
  </footer>
);
