// The top of every page: name, menu, Easy Read, Read aloud, sign in and out.
import { useLocation } from 'preact-iso';
import { actingFor } from '../api/acting.ts';
import { Picture } from '../components/picture.tsx';
import { Say } from '../components/say.tsx';
import { SkipLink } from '../components/skip-link.tsx';
import { roles, signedIn, signOut } from '../sign-in/session.ts';
import { easyRead, say } from '../text/say.ts';
import type { Text } from '../text/texts.ts';
import { canRead, readAloud, reading, stopReading } from './read-aloud.ts';
import { shellText as t } from './shell.text.ts';

interface Place {
  readonly href: string;
  readonly text: Text;
}

const FOR_ALL: readonly Place[] = [{ href: '/find', text: t.find }];
const FOR_SIGNED_OUT: readonly Place[] = [{ href: '/how-it-works', text: t.howItWorks }];
const BY_ROLE: Readonly<Record<string, readonly Place[]>> = {
  holder: [
    { href: '/my-pools', text: t.myPools },
    { href: '/my-money', text: t.myMoney },
    { href: '/my-supporters', text: t.supporters },
  ],
  enterprise: [{ href: '/my-enterprises', text: t.myEnterprises }],
  broker: [],
  funder: [
    { href: '/place', text: t.place },
    { href: '/place/imports', text: t.imports },
  ],
};

/** From the token's roles, so that the menu is complete at once and nothing below it moves. */
const places = (): Place[] => [
  ...(signedIn.value ? roles().flatMap((role) => BY_ROLE[role] ?? []) : []),
  ...FOR_ALL,
  ...(signedIn.value ? [] : FOR_SIGNED_OUT),
];

export function Header() {
  const { path } = useLocation();
  return (
    <>
      <SkipLink href="#main">{say(t.skip)}</SkipLink>
      <header class="kitty-header">
        <div class="kitty-header__inner">
          <a class="kitty-header__name" href="/">
            <img src="/icon.svg" alt="" width="40" height="40" />
            {say(t.kitty)}
          </a>
          <Switches />
        </div>
        <nav class="kitty-nav" aria-label={say(t.mainNav)}>
          <ul class="kitty-nav__list">
            {places().map(({ href, text }) => (
              <li key={href}>
                <a class="kitty-nav__link" href={href} aria-current={path === href ? 'page' : undefined}>
                  {say(text)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {actingFor.value && <Acting name={actingFor.value.name} />}
    </>
  );
}

function Switches() {
  return (
    <div class="kitty-switches">
      <button
        type="button"
        class="kitty-switch"
        aria-pressed={easyRead.value}
        onClick={() => {
          easyRead.value = !easyRead.value;
        }}
      >
        <Picture name="book" />
        {say(t.easyReadOn)}
      </button>
      {canRead && (
        <button
          type="button"
          class="kitty-switch"
          onClick={() => (reading.value ? stopReading() : readAloud(document.documentElement.lang))}
        >
          <Picture name="volume" />
          {say(reading.value ? t.stopReading : t.readAloud)}
        </button>
      )}
      {signedIn.value ? (
        <button type="button" class="kitty-switch" onClick={signOut}>
          <Picture name="sign-out" />
          {say(t.signOut)}
        </button>
      ) : (
        <a class="kitty-switch" href={`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`}>
          <Picture name="sign-in" />
          {say(t.signIn)}
        </a>
      )}
    </div>
  );
}

const Acting = ({ name }: { name: string }) => (
  <section class="kitty-acting" aria-label={say(t.acting)}>
    <Say text={t.actingFor} params={{ name }} />
    <button
      type="button"
      class="kitty-switch"
      onClick={() => {
        actingFor.value = undefined;
      }}
    >
      {say(t.stopActing, { name })}
    </button>
  </section>
);
