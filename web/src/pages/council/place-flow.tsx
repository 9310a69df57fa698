// Where a funder's money is: two charts, of all of it and of what is in pools, and a table of the same figures.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { Totals } from '../../api/types.ts';
import { Table } from '../../components/table.tsx';
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { FlowPicture } from './flow-picture.tsx';
import { placeText as t } from './place.text.ts';

interface Part {
  readonly name: Words;
  readonly pence: number;
  readonly colour: number;
}

/** A small part is never shown as 0 %, and one that is not everything never as 100 %. */
function shareText(pence: number, of: number): string {
  const percent = of === 0 ? 0 : Math.round((pence / of) * 100);
  if (percent === 0 && pence > 0) return say(t.shareTiny);
  return percent === 100 && pence < of ? say(t.shareNearlyAll) : say(t.share, { percent });
}

const wholePounds = (pence: number): string => pounds(Math.round(pence / 100) * 100);

export function PlaceFlow({ totals }: { readonly totals: Totals }) {
  const { grantedPence, notInPoolsPence, freePence, heldPence, paidPence, returnedPence } = totals;
  const pooledPence = freePence + heldPence + paidPence;
  const amounts = {
    granted: pounds(grantedPence),
    notInPools: pounds(notInPoolsPence),
    pooled: pounds(pooledPence),
    free: pounds(freePence),
    held: pounds(heldPence),
    paid: pounds(paidPence),
    returned: pounds(returnedPence),
  };
  return (
    <>
      <h2 class="govuk-heading-m">{say(t.picture)}</h2>
      <Flow
        label={say(t.pictureLabel, amounts)}
        whole={{ name: t.granted, pence: grantedPence }}
        parts={[
          { name: t.notInPools, pence: notInPoolsPence, colour: 1 },
          { name: t.pooled, pence: pooledPence, colour: 2 },
          { name: t.returned, pence: returnedPence, colour: 5 },
        ]}
      />
      {pooledPence > 0 && (
        <>
          <h2 class="govuk-heading-m">{say(t.pooledPicture)}</h2>
          <Flow
            label={say(t.pooledLabel, amounts)}
            whole={{ name: t.pooled, pence: pooledPence }}
            parts={[
              { name: t.free, pence: freePence, colour: 2 },
              { name: t.held, pence: heldPence, colour: 3 },
              { name: t.paid, pence: paidPence, colour: 4 },
            ]}
          />
        </>
      )}
      <FlowTable totals={totals} />
    </>
  );
}

interface FlowProps {
  readonly label: string;
  readonly whole: Pick<Part, 'name' | 'pence'>;
  readonly parts: readonly Part[];
}

const Flow = ({ label, whole, parts }: FlowProps) => (
  <FlowPicture
    label={label}
    whole={{ name: say(whole.name), amount: wholePounds(whole.pence) }}
    parts={parts.map(({ name, pence, colour }) => ({
      key: String(colour),
      name: say(name),
      amount: wholePounds(pence),
      shareText: shareText(pence, whole.pence),
      share: Math.max(0, pence / whole.pence),
      colour,
    }))}
  />
);

function FlowTable({ totals }: { readonly totals: Totals }) {
  const { grantedPence } = totals;
  const row = (name: Words, what: Words | undefined, pence: number) => [
    {
      text: (
        <>
          {say(name)}
          {what && <QuietText>{say(what)}</QuietText>}
        </>
      ),
    },
    {
      text: (
        <>
          {pounds(pence)}
          <QuietText>{shareText(pence, grantedPence)}</QuietText>
        </>
      ),
      numeric: true,
    },
  ];
  return (
    <Table
      caption={say(t.table)}
      captionSize="s"
      firstCellIsHeader
      head={[{ text: say(t.where) }, { text: say(t.amount), numeric: true }]}
      rows={[
        row(t.notInPools, t.notInPoolsWhat, totals.notInPoolsPence),
        row(t.free, t.freeWhat, totals.freePence),
        row(t.held, t.heldWhat, totals.heldPence),
        row(t.paid, t.paidWhat, totals.paidPence),
        row(t.returned, t.returnedWhat, totals.returnedPence),
        row(t.granted, undefined, grantedPence),
      ]}
    />
  );
}

const QuietText = ({ children }: { readonly children: string }) => <span class="kitty-quiet">{children}</span>;
