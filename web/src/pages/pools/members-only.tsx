// For pages that only members may use: people who are leaving are told so, and for everybody else the page does not exist.
import type { ComponentChildren } from 'preact';
import type { Pool } from '../../api/types.ts';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { leavingOn, standingIn } from '../../shell/reader.ts';
import { NotFound } from '../../shell/states.tsx';
import { dayInYear } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { poolText as t } from './pool.text.ts';

interface MembersOnlyProps {
  readonly pool: Pool;
  readonly title: Words;
  readonly children: ComponentChildren;
}

export function MembersOnly({ pool, title, children }: MembersOnlyProps) {
  const standing = standingIn(pool);
  if (standing === 'outside') return <NotFound />;
  if (standing === 'member') return <>{children}</>;
  return (
    <Page title={say(title)} caption={pool.name} back={{ href: `/pools/${pool.id}` }} words={['notice']}>
      <LeavingSentence pool={pool} />
    </Page>
  );
}

/** What somebody reads who has left: until when their money may still pay for sessions, and that they only look. */
export function LeavingSentence({ pool }: Pick<MembersOnlyProps, 'pool'>) {
  const endsOn = leavingOn(pool);
  return endsOn === undefined ? <Say text={t.left} /> : <Say text={t.leaving} params={{ day: dayInYear(endsOn) }} />;
}
