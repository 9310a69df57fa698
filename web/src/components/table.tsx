// Draws figures in rows and columns.
import type { ComponentChildren } from 'preact';
import { joined } from './classes.ts';
import { present } from './field.tsx';
import type { TextSize } from './label.tsx';

interface TableCell {
  readonly text: ComponentChildren;
  /** Numbers are aligned to the right. */
  readonly numeric?: boolean | undefined;
}

interface TableProps {
  readonly caption?: ComponentChildren;
  readonly captionSize?: TextSize | undefined;
  readonly head?: readonly TableCell[] | undefined;
  readonly rows: readonly (readonly TableCell[])[];
  readonly firstCellIsHeader?: boolean | undefined;
  readonly class?: string | undefined;
}

export function Table({ caption, captionSize, head, rows, firstCellIsHeader, class: more }: TableProps) {
  return (
    <table class={joined('govuk-table', more)}>
      {present(caption) && (
        <caption class={joined('govuk-table__caption', captionSize && `govuk-table__caption--${captionSize}`)}>
          {caption}
        </caption>
      )}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map((cell, at) => (
              <th
                key={at}
                scope="col"
                class={joined('govuk-table__header', cell.numeric && 'govuk-table__header--numeric')}
              >
                {cell.text}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map((row, at) => (
          <Row key={at} cells={row} firstIsHeader={firstCellIsHeader === true} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ cells, firstIsHeader }: { readonly cells: readonly TableCell[]; readonly firstIsHeader: boolean }) {
  return (
    <tr class="govuk-table__row">
      {cells.map((cell, at) =>
        at === 0 && firstIsHeader ? (
          <th key="header" scope="row" class="govuk-table__header">
            {cell.text}
          </th>
        ) : (
          <td key={at} class={joined('govuk-table__cell', cell.numeric && 'govuk-table__cell--numeric')}>
            {cell.text}
          </td>
        ),
      )}
    </tr>
  );
}
