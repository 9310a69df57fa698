// For pages that only members may use: people who are leaving are told so, and for everybody else the page does not exist.
import type { ComponentChildren } from 'preact';
import type { Pool } from '../../api/types.ts';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { NotFound } from '../../shell/states.tsx';
import { dayInYear } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { poolText as t } from './pool.text.ts';
import { readerId } from './reader.ts';

interface MembersOnlyProps {
  readonly pool: Pool;
  readonly title: Words;
  readonly children: ComponentChildren;
}

export function MembersOnly({ pool, title, children }: MembersOnlyProps) {
  const self = pool.members.find(({ personId }) => personId === readerId());
  if (!self) return <NotFound />;
  if (self.leavingOn === undefined) return <>{children}</>;
  return (
    <Page title={say(title)} caption={pool.name} back={{ href: `/pools/${pool.id}` }} words={['notice']}>
      <Say text={t.leaving} params={{ day: dayInYear(self.leavingOn) }} />
    </Page>
  );
}
