// The actions of a pool that are always possible.
import type { Pool } from '../../api/types.ts';
import { Picture, type PictureName } from '../../components/picture.tsx';
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { poolText as t } from './pool.text.ts';

interface Action {
  readonly href: string;
  readonly picture: PictureName;
  readonly text: Words;
}

export function PoolActions({ pool: { id, mine }, isMember }: { readonly pool: Pool; readonly isMember: boolean }) {
  const own = `/pools/${id}`;
  const actions: Action[] = [
    ...(isMember
      ? ([
          { href: '/find', picture: 'search', text: t.find },
          { href: `${own}/put-in`, picture: 'plus', text: t.putIn },
        ] as const)
      : []),
    ...(isMember && mine.freePence > 0
      ? ([{ href: `${own}/take-back`, picture: 'minus', text: t.takeBack }] as const)
      : []),
    ...(isMember ? ([{ href: `${own}/invite`, picture: 'invite', text: t.invite }] as const) : []),
    { href: `${own}/agreement`, picture: 'document', text: t.agreement },
    { href: `${own}/history`, picture: 'book', text: t.history },
    ...(isMember ? ([{ href: `${own}/leave`, picture: 'leave', text: t.leave }] as const) : []),
  ];
  return (
    <section class="kitty-section">
      <h2 class="govuk-heading-m">{say(t.actions)}</h2>
      <ul class="kitty-facts">
        {actions.map(({ href, picture, text }) => (
          <li key={href}>
            <Picture name={picture} />
            <a class="govuk-link" href={href}>
              {say(text)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
