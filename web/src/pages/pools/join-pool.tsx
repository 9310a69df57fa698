// /join/:code: what the pool is and does, its agreement in plain words, and signing it.
import { useLocation, useRoute } from 'preact-iso';
import { type Command, isUnderWay, useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import type { InvitationView } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { showOnNextPage } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { Loaded, Loading } from '../../shell/states.tsx';
import { dayInYear, outcomeName } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { isCode, tidyCode } from '../../text/typed-code.ts';
import { AgreementDifferences } from './agreement-differences.tsx';
import { AgreementWords } from './agreement-words.tsx';
import { joinText as t } from './join.text.ts';
import { useNewestAgreement } from './newest-agreement.ts';

const CODE_LENGTH = 12;

export function JoinPool() {
  const { route } = useLocation();
  const { params } = useRoute();
  const code = tidyCode(params.code ?? '');
  const invitation = useLoad('GET /v1/invitations/{code}', isCode(code, CODE_LENGTH) ? { params: { code } } : null);
  // Outside <Loaded>: joining uses up the invitation, and somebody whose answer was lost must still get in.
  const command = useCommand('POST /v1/invitations/{code}/acceptance', `join ${code}`, ({ poolId }) => {
    showOnNextPage(say(t.welcome));
    route(`/pools/${poolId}`);
  });
  // The pool's page is about to open.
  if (command.state === 'done') return <Loading />;
  if (!isCode(code, CODE_LENGTH) || invitation.state === 'not-found')
    return command.state === 'checking' ? <Page title={say(t.title)} commands={[command]} /> : <InvitationOver />;
  return (
    <Loaded of={invitation}>{(found) => <InvitationShown code={code} invitation={found} command={command} />}</Loaded>
  );
}

const InvitationOver = () => (
  <Page title={say(t.overTitle)} back={{ href: '/my-pools' }}>
    <Say text={t.over} />
    <Button href="/join">{say(t.again)}</Button>
  </Page>
);

interface InvitationProps {
  readonly code: string;
  readonly invitation: InvitationView;
  readonly command: Command<'POST /v1/invitations/{code}/acceptance'>;
}

function InvitationShown({ code, invitation, command }: InvitationProps) {
  const { poolId, name, purpose, outcomes, endsOn } = invitation;
  const { agreement, isChanged } = useNewestAgreement(invitation.agreement, command.problem);
  return (
    <Page
      title={name}
      caption={say(t.caption)}
      back={{ href: '/my-pools' }}
      commands={[command]}
      words={['pool', 'agreement', 'notice', 'held', 'free']}
    >
      {command.problem?.code === 'already-a-member' && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/pools/${poolId}`}>
            {say(t.goToPool)}
          </a>
        </p>
      )}
      {isChanged && (
        <section class="kitty-card kitty-card--accent">
          <h2 class="govuk-heading-m">{say(t.changedTitle)}</h2>
          <Say text={t.changed} />
          <AgreementDifferences now={invitation.agreement} after={agreement} nowText={t.youRead} />
        </section>
      )}
      <h2 class="govuk-heading-m">{say(t.what)}</h2>
      <p class="govuk-body">{purpose}</p>
      <h2 class="govuk-heading-m">{say(t.for)}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {outcomes.map((outcome) => (
          <li key={outcome}>{outcomeName(outcome)}</li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">{say(t.agreement)}</h2>
      <Say text={t.agreementAbout} />
      <div class="kitty-card">
        <AgreementWords agreement={agreement} />
      </div>
      <form
        class="kitty-section"
        onSubmit={(event) => {
          event.preventDefault();
          command.send({ params: { code }, body: { signsAgreement: true, agreementVersion: agreement.version } });
        }}
      >
        <Say text={t.until} params={{ day: dayInYear(endsOn) }} />
        <div class="govuk-button-group">
          <Button class="kitty-button--big">{isUnderWay(command) ? say(shellText.sending) : say(t.sign)}</Button>
          <a class="govuk-link" href="/my-pools">
            {say(t.notNow)}
          </a>
        </div>
      </form>
    </Page>
  );
}
