// /disputes: for brokers and funders, sessions in dispute that nobody has decided for 14 days, the oldest first.
import { useRoute } from 'preact-iso';
import { pounds } from '../../../../functions/kernel/money.ts';
import { useLoad } from '../../api/load.ts';
import type { Disputes } from '../../api/types.ts';
import { Picture, type PictureName } from '../../components/picture.tsx';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { dayOfInstant } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { disputesText as t } from './disputes.text.ts';

export function DisputesPage() {
  const { after } = useRoute().query;
  const disputes = useLoad('GET /v1/disputes', { query: after === undefined ? {} : { after } });
  return (
    <Loaded of={disputes}>
      {({ items, next }) => (
        <Page title={say(t.title)} back={{ href: '/', label: say(t.home) }} words={['session', 'enterprise', 'pool']}>
          {items.length > 0 ? <Say text={t.intro} /> : <Say text={after === undefined ? t.none : t.noMore} />}
          <ul class="kitty-cards">
            {items.map((dispute) => (
              <Card key={`${dispute.commissionId} ${dispute.session}`} dispute={dispute} />
            ))}
          </ul>
          <div class="kitty-row">
            {next !== null && (
              <a class="govuk-link" href={`/disputes?after=${encodeURIComponent(next)}`}>
                {say(t.more)}
              </a>
            )}
            {after !== undefined && (
              <a class="govuk-link" href="/disputes">
                {say(t.first)}
              </a>
            )}
          </div>
        </Page>
      )}
    </Loaded>
  );
}

function Card({ dispute }: { readonly dispute: Disputes['items'][number] }) {
  const { commissionId, session, title, poolName, pricePence, disputedAt, saidPence } = dispute;
  return (
    <li class="kitty-card kitty-card--accent kitty-card--link">
      <h2 class="kitty-card__title">
        <a class="govuk-link" href={`/commissions/${commissionId}/sessions/${session}`}>
          {say(t.session, { title, n: session })}
        </a>
      </h2>
      <p class="kitty-card__meta">{say(t.pool, { pool: poolName })}</p>
      <ul class="kitty-facts">
        <Fact picture="price" words={say(t.price, { price: pounds(pricePence) })} />
        {disputedAt !== undefined && <Fact picture="clock" words={say(t.since, { day: dayOfInstant(disputedAt) })} />}
        {saidPence?.pool !== undefined && (
          <Fact picture="people" words={say(t.saidPool, { amount: pounds(saidPence.pool) })} />
        )}
        {saidPence?.enterprise !== undefined && (
          <Fact picture="offer" words={say(t.saidEnterprise, { amount: pounds(saidPence.enterprise) })} />
        )}
        {saidPence === undefined && <Fact picture="hourglass" words={say(t.saidNobody)} />}
      </ul>
    </li>
  );
}

const Fact = ({ picture, words }: { readonly picture: PictureName; readonly words: string }) => (
  <li>
    <Picture name={picture} />
    <span>{words}</span>
  </li>
);
