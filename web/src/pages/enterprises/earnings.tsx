// /my-enterprises/:id/earnings: earned, paid and still to be paid, as figures, a chart and a table.
import { useRoute } from 'preact-iso';
import { pounds } from '../../../../functions/kernel/money.ts';
import type { Answer } from '../../api/api.ts';
import { useLoad } from '../../api/load.ts';
import { Bars } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { Table } from '../../components/table.tsx';
import { Page } from '../../shell/page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { earningsText as t } from './earnings.text.ts';

export function EarningsPage() {
  const id = useRoute().params.id ?? '';
  const enterprise = useLoad('GET /v1/enterprises/{id}', { params: { id } });
  const earnings = useLoad('GET /v1/enterprises/{id}/earnings', { params: { id } });
  return (
    <Loaded of={enterprise}>
      {({ name }) => (
        <Loaded of={earnings}>
          {(all) => (
            <Page
              title={say(t.title)}
              caption={name}
              back={{ href: `/my-enterprises/${id}`, label: name }}
              words={['session', 'commission']}
            >
              {all.items.length === 0 ? <NoEarnings id={id} /> : <EarningsShown earnings={all} />}
            </Page>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

const NoEarnings = ({ id }: { readonly id: string }) => (
  <div class="kitty-empty">
    <Say text={t.none} />
    <Button href={`/my-enterprises/${id}/calendar`}>{say(t.calendar)}</Button>
  </div>
);

function EarningsShown({ earnings }: { readonly earnings: Answer<'GET /v1/enterprises/{id}/earnings'> }) {
  const { earnedPence, settledPence, payablePence } = earnings;
  const items = earnings.items.toSorted((a, b) => b.earnedPence - a.earnedPence);
  return (
    <>
      <ul class="kitty-sums">
        <Sum figure={pounds(earnedPence)} words={say(t.earned)} />
        <Sum figure={pounds(settledPence)} words={say(t.paid)} />
        <Sum figure={pounds(payablePence)} words={say(t.toPay)} />
      </ul>
      {settledPence === 0 && <Say text={t.notYet} />}
      <h2 class="govuk-heading-m">{say(t.byGroup)}</h2>
      <Bars
        label={say(t.chart)}
        bars={items.map(({ commissionId, title, poolName, earnedPence: pence }) => ({
          key: commissionId,
          text: say(t.barText, { title, pool: poolName }),
          amount: pounds(pence),
          value: pence,
        }))}
      />
      <Table
        caption={say(t.tableCaption)}
        captionSize="s"
        firstCellIsHeader
        head={[{ text: say(t.order) }, { text: say(t.pool) }, { text: say(t.earned), numeric: true }]}
        rows={[
          ...items.map(({ commissionId, title, poolName, earnedPence: pence }) => [
            {
              text: (
                <a class="govuk-link" href={`/commissions/${commissionId}`}>
                  {title}
                </a>
              ),
            },
            { text: poolName },
            { text: pounds(pence), numeric: true },
          ]),
          [{ text: say(t.total) }, { text: '' }, { text: <strong>{pounds(earnedPence)}</strong>, numeric: true }],
        ]}
      />
      <Say text={t.late} />
    </>
  );
}

const Sum = ({ figure, words }: { readonly figure: string; readonly words: string }) => (
  <li class="kitty-sum">
    <span class="kitty-sum__figure">{figure}</span>
    <span class="kitty-sum__words">{words}</span>
  </li>
);
