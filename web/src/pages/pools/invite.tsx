// /pools/:id/invite: for how many people and days; then the code, the link and what to say.

import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { isUnderWay, useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import type { Invitation, Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { Say } from '../../components/say.tsx';
import { useDraft } from '../../shell/draft.ts';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { Page } from '../../shell/page.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { Loaded } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { inviteText as t } from './invite.text.ts';
import { InviteCode } from './invite-code.tsx';
import { MembersOnly } from './members-only.tsx';

export function Invite() {
  const { params } = useRoute();
  const pool = useLoad('GET /v1/pools/{id}', { params: { id: params.id ?? '' } });
  return (
    <Loaded of={pool}>
      {(found) => (
        <MembersOnly pool={found} title={t.title}>
          <InviteSteps pool={found} />
        </MembersOnly>
      )}
    </Loaded>
  );
}

const EMPTY: Invitation = { code: '', uses: 1, endsOn: '' };

/** The code is kept in the tab, so that it is still there when somebody comes back to copy it. */
function InviteSteps({ pool }: { readonly pool: Pool }) {
  const [made, setMade, forget] = useDraft(`invitation ${pool.id}`, EMPTY);
  const [isRevoked, setRevoked] = useState(false);
  const revocation = useCommand('DELETE /v1/pools/{id}/invitations/{code}', `revoke ${pool.id}`, () => {
    forget();
    setRevoked(true);
  });
  const own = `/pools/${pool.id}`;
  if (made.code === '')
    return (
      <InviteForm
        pool={pool}
        isRevoked={isRevoked}
        onMade={(invitation) => {
          setRevoked(false);
          setMade(invitation);
        }}
      />
    );
  return (
    <Page
      key="code"
      title={say(t.codeTitle)}
      caption={pool.name}
      back={{ href: own }}
      commands={[revocation]}
      words={['pool', 'agreement']}
    >
      <InviteCode pool={pool} invitation={made} />
      <div class="kitty-actions">
        <Button href={own}>{say(t.backToPool)}</Button>
        <Button variant="secondary" onClick={forget}>
          {say(t.another)}
        </Button>
        <Button variant="secondary" onClick={() => revocation.send({ params: { id: pool.id, code: made.code } })}>
          {say(isUnderWay(revocation) ? shellText.sending : t.revoke)}
        </Button>
      </div>
    </Page>
  );
}

const PEOPLE = 'people';
const MAX_PEOPLE = 49;
const DAYS = [7, 14, 30, 90] as const;

interface FormProps {
  readonly pool: Pool;
  readonly isRevoked: boolean;
  readonly onMade: (invitation: Invitation) => void;
}

function InviteForm({ pool, isRevoked, onMade }: FormProps) {
  const [people, typePeople] = useState('1');
  const [days, chooseDays] = useState('14');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const command = useCommand('POST /v1/pools/{id}/invitations', `invite ${pool.id}`, onMade);
  const submit = (): void => {
    const uses = /^\d{1,2}$/.test(people.trim()) ? Number(people) : 0;
    const isGood = uses >= 1 && uses <= MAX_PEOPLE;
    setErrors(isGood ? [] : [{ field: PEOPLE, message: say(t.peopleError) }]);
    if (isGood) command.send({ params: { id: pool.id }, body: { uses, days: Number(days) } });
  };
  return (
    <Page
      key="form"
      title={say(t.title)}
      caption={pool.name}
      back={{ href: `/pools/${pool.id}` }}
      errors={errors}
      commands={[command]}
      words={['pool', 'agreement']}
    >
      <div role="status">{isRevoked && <p class="govuk-body">{say(t.revoked)}</p>}</div>
      <Say text={t.intro} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Input
          id={PEOPLE}
          name={PEOPLE}
          label={say(t.people)}
          labelSize="m"
          hint={say(t.peopleHint)}
          error={errorOf(errors, PEOPLE)}
          width={2}
          inputMode="numeric"
          autocomplete="off"
          value={people}
          onInput={typePeople}
        />
        <Radios
          id="days"
          name="days"
          legend={say(t.days)}
          legendSize="m"
          value={days}
          onChange={chooseDays}
          items={DAYS.map((n) => ({ value: String(n), text: say(t.daysOf, { n }) }))}
        />
        <Button>{say(isUnderWay(command) ? shellText.sending : t.make)}</Button>
      </form>
    </Page>
  );
}
