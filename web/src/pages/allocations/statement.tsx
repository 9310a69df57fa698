// /my-money/:id: every event of one allocation as a sentence, with its sum and what was left.
import { useRoute } from 'preact-iso';
import { pounds } from '../../../../functions/kernel/money.ts';
import { useLoad } from '../../api/load.ts';
import type { Statement } from '../../api/types.ts';
import { Say } from '../../components/say.tsx';
import { Table } from '../../components/table.tsx';
import { Page } from '../../shell/page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { dayInYear, dayOfInstant } from '../../text/format.ts';
import { isKeyOf } from '../../text/is-key-of.ts';
import { say } from '../../text/say.ts';
import { streamText } from '../../text/words.text.ts';
import { myMoneyText } from './my-money.text.ts';
import { kindNothingText, kindText, otherKindText, statementText as t } from './statement.text.ts';

const LINES = 50;

type Line = Statement['items'][number];

/** What happened, in words; an event that this page does not know yet is still a line of the statement. */
function sentenceOf({ kind, amountPence }: Line, pool: string): string {
  const words = { amount: pounds(Math.abs(amountPence)), pool };
  if (amountPence === 0 && isKeyOf(kindNothingText, kind)) return say(kindNothingText[kind], words);
  return isKeyOf(kindText, kind) ? say(kindText[kind], words) : say(otherKindText.other);
}

/** +£12 or −£12; empty when nothing moved. */
const poundsWithSign = (pence: number): string =>
  pence === 0 ? '' : `${pence > 0 ? '+' : '−'}${pounds(Math.abs(pence))}`;

export function StatementPage() {
  const { params, query } = useRoute();
  const id = params.id ?? '';
  const after = /^\d+$/.test(query.after ?? '') ? Number(query.after) : 0;
  const statement = useLoad('GET /v1/allocations/{id}/statement', { params: { id }, query: { after, limit: LINES } });
  // Only for names, so the page does not wait for them.
  const allocations = useLoad('GET /v1/allocations', {});
  const pools = useLoad('GET /v1/pools', {});
  const allocation = allocations.state === 'ready' ? allocations.value.items.find((one) => one.id === id) : undefined;
  const poolName = (poolId: string | undefined): string =>
    (pools.state === 'ready' ? pools.value.items.find((pool) => pool.id === poolId)?.name : undefined) ?? say(t.aPool);
  const period = allocation && { from: dayInYear(allocation.startsOn), until: dayInYear(allocation.endsOn) };
  return (
    <Loaded of={statement}>
      {({ items, next }) => (
        <Page
          key={after}
          title={say(t.title)}
          {...(allocation ? { caption: say(streamText[allocation.stream]) } : {})}
          back={{ href: '/my-money', label: say(t.myMoney) }}
          words={['funder', 'pool']}
        >
          {period && <p class="govuk-body kitty-muted">{say(myMoneyText.period, period)}</p>}
          {items.length === 0 ? <Say text={t.nothing} /> : <Say text={t.about} />}
          {items.length > 0 && <Lines items={items} poolName={poolName} />}
          <div class="kitty-row">
            {next !== null && (
              <a class="govuk-link" href={`/my-money/${id}?after=${next}`}>
                {say(t.later)}
              </a>
            )}
            {after !== 0 && (
              <a class="govuk-link" href={`/my-money/${id}`}>
                {say(t.first)}
              </a>
            )}
          </div>
        </Page>
      )}
    </Loaded>
  );
}

interface LinesProps {
  readonly items: readonly Line[];
  readonly poolName: (id: string | undefined) => string;
}

const Lines = ({ items, poolName }: LinesProps) => (
  <Table
    caption={<span class="govuk-visually-hidden">{say(t.caption)}</span>}
    firstCellIsHeader
    head={[{ text: say(t.what) }, { text: say(t.amount), numeric: true }, { text: say(t.balance), numeric: true }]}
    rows={items.map((line) => [
      {
        text: (
          <>
            <span class="kitty-history__when">{dayOfInstant(line.at)}</span>
            <span class="govuk-body">{sentenceOf(line, poolName(line.poolId))}</span>
          </>
        ),
      },
      { text: <span class="kitty-nowrap">{poundsWithSign(line.amountPence)}</span>, numeric: true },
      { text: pounds(line.balancePence), numeric: true },
    ])}
  />
);
