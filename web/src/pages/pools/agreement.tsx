// /pools/:id/agreement: the agreement in plain words; a new one to sign; proposing a change.
import { useLocation, useRoute } from 'preact-iso';
import { isUnderWay, useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import type { Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { InsetText } from '../../components/inset-text.tsx';
import { Say } from '../../components/say.tsx';
import { showOnNextPage } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { nameIn, readerId, standingIn } from '../../shell/reader.ts';
import { shellText } from '../../shell/shell.text.ts';
import { Loaded } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { agreementText as t } from './agreement.text.ts';
import { AgreementChange } from './agreement-change.tsx';
import { AgreementDifferences } from './agreement-differences.tsx';
import { AgreementWords } from './agreement-words.tsx';
import { useNewestAgreement } from './newest-agreement.ts';

export function AgreementPage() {
  const { params } = useRoute();
  const { query } = useLocation();
  const pool = useLoad('GET /v1/pools/{id}', { params: { id: params.id ?? '' } });
  return (
    <Loaded of={pool}>
      {(found) =>
        query.step !== undefined && standingIn(found) === 'member' ? (
          <AgreementChange pool={found} />
        ) : (
          <AgreementShown pool={found} />
        )
      }
    </Loaded>
  );
}

function AgreementShown({ pool }: { readonly pool: Pool }) {
  const { id, name, agreement, pendingAgreement } = pool;
  const { route } = useLocation();
  const signature = useCommand('POST /v1/pools/{id}/agreement/signatures', `sign ${id}`, ({ inForce }) => {
    showOnNextPage(say(inForce ? t.signedInForce : t.signed));
    route(`/pools/${id}`);
  });
  const { agreement: toSign, isChanged } = useNewestAgreement(pendingAgreement, signature.problem);
  const beingVoted = pool.proposals.find(({ kind, status }) => kind === 'agreement' && status === 'open');
  const isMember = standingIn(pool) === 'member';
  return (
    <Page
      title={say(t.title)}
      caption={name}
      back={{ href: `/pools/${id}` }}
      commands={[signature]}
      words={['agreement', 'vote', 'notice', 'held', 'free']}
    >
      {pendingAgreement && toSign && (
        <section class="kitty-card kitty-card--accent">
          <h2 class="govuk-heading-m">{say(t.newTitle)}</h2>
          <Say text={t.newIntro} />
          {isChanged && (
            <InsetText>
              <Say text={t.newer} />
            </InsetText>
          )}
          <h3 class="govuk-heading-s">{say(t.changes)}</h3>
          <AgreementDifferences now={agreement} after={toSign} />
          {!isChanged && (
            <Say
              text={t.notSigned}
              params={{ names: pendingAgreement.notYetSigned.map((one) => nameIn(pool, one) ?? '').join(', ') }}
            />
          )}
          {pendingAgreement.notYetSigned.includes(readerId()) ? (
            <form
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                signature.send({ params: { id }, body: { agreementVersion: toSign.version } });
              }}
            >
              <Say text={t.signMeans} />
              <Button>{say(isUnderWay(signature) ? shellText.sending : t.sign)}</Button>
            </form>
          ) : (
            isMember && <Say text={t.youSigned} />
          )}
        </section>
      )}
      <h2 class="govuk-heading-m">{say(t.current)}</h2>
      <Say text={t.version} params={{ n: agreement.version }} />
      <AgreementWords agreement={agreement} />
      {beingVoted && (
        <>
          <Say text={t.beingVoted} />
          {isMember && <Button href={`/pools/${id}/proposals/${beingVoted.id}`}>{say(t.seeVote)}</Button>}
        </>
      )}
      {isMember && !beingVoted && (
        <Button href={`/pools/${id}/agreement?step=change`} variant="secondary">
          {say(t.propose)}
        </Button>
      )}
    </Page>
  );
}
