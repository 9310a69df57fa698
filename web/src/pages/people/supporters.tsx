// /my-supporters: who may act for me, and whom I may act for; ?add=yes lets somebody act for me.

import { useMemo, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import type { FieldError } from '../../shell/errors.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { AddSupporter } from './add-supporter.tsx';
import { Helping } from './helping.tsx';
import { SupporterList } from './supporter-list.tsx';
import { supportersText as t } from './supporters.text.ts';

const PAGE_PATH = '/my-supporters';

export function Supporters() {
  const { query } = useRoute();
  // The list is read again after each change, and shows the message when it is there.
  const [round, setRound] = useState(0);
  return query.add === undefined ? <List key={round} onChanged={() => setRound(round + 1)} /> : <Add />;
}

function List({ onChanged }: { onChanged: () => void }) {
  const supporters = useLoad('GET /v1/me/supporters', {});
  const stop = useCommand('DELETE /v1/me/supporters/{personId}', 'stop-acting', () => {
    showOnNextPage(say(t.stopped));
    onChanged();
  });
  return (
    <Loaded of={supporters}>
      {({ items }) => (
        <Page title={say(t.title)} commands={[stop]} words={['supporter']}>
          <Say text={t.about} />
          <h2 class="govuk-heading-m">{say(t.mineTitle)}</h2>
          <SupporterList items={items} stop={stop} />
          <Button href={`${PAGE_PATH}?add=yes`}>{say(t.addTitle)}</Button>
          <Helping />
        </Page>
      )}
    </Loaded>
  );
}

function Add() {
  const { route } = useLocation();
  const give = useCommand('PUT /v1/me/supporters/{personId}', 'let-act', () => {
    showOnNextPage(say(t.given));
    route(PAGE_PATH);
  });
  const [typed, setTyped] = useState<readonly FieldError[]>([]);
  const { problem } = give;
  // Nobody has this number: shown as an error at the field.
  const isUnknown = problem?.code === 'not-found';
  const errors = useMemo(
    () => (isUnknown && typed.length === 0 ? [{ field: 'number', message: say(t.unknown) }] : typed),
    [isUnknown, typed],
  );
  return (
    <Page
      title={say(t.addTitle)}
      back={{ href: PAGE_PATH, label: say(t.title) }}
      errors={errors}
      commands={isUnknown ? [] : [give]}
      words={['supporter']}
    >
      <AddSupporter give={give} errors={errors} onErrors={setTyped} />
    </Page>
  );
}
