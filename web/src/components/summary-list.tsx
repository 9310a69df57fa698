// A list of facts by name, each with its actions.
import type { ComponentChildren } from 'preact';
import { joined } from './classes.ts';

interface SummaryAction {
  readonly href: string;
  readonly text: ComponentChildren;
  /** Says which fact the link is about, for screen readers. */
  readonly hiddenText?: string | undefined;
}

interface SummaryRow {
  readonly key: ComponentChildren;
  readonly value: ComponentChildren;
  readonly actions?: readonly SummaryAction[] | undefined;
}

interface SummaryListProps {
  readonly rows: readonly SummaryRow[];
  readonly noBorder?: boolean | undefined;
  readonly class?: string | undefined;
}

export function SummaryList({ rows, noBorder, class: more }: SummaryListProps) {
  const anyHasActions = rows.some((row) => row.actions !== undefined && row.actions.length > 0);
  return (
    <dl class={joined('govuk-summary-list', noBorder && 'govuk-summary-list--no-border', more)}>
      {rows.map((row, at) => (
        <Row key={at} row={row} anyHasActions={anyHasActions} />
      ))}
    </dl>
  );
}

function Row({ row, anyHasActions }: { readonly row: SummaryRow; readonly anyHasActions: boolean }) {
  const actions = row.actions ?? [];
  const lacksActions = anyHasActions && actions.length === 0;
  return (
    <div class={joined('govuk-summary-list__row', lacksActions && 'govuk-summary-list__row--no-actions')}>
      <dt class="govuk-summary-list__key">{row.key}</dt>
      <dd class="govuk-summary-list__value">{row.value}</dd>
      {actions.length > 0 && (
        <dd class="govuk-summary-list__actions">
          {actions.length === 1 ? (
            actions.map((action) => <ActionLink key={action.href} {...action} />)
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {actions.map((action) => (
                <li key={action.href} class="govuk-summary-list__actions-list-item">
                  <ActionLink {...action} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  );
}

function ActionLink({ href, text, hiddenText }: SummaryAction) {
  return (
    <a class="govuk-link" href={href}>
      {text}
      {hiddenText !== undefined && <span class="govuk-visually-hidden"> {hiddenText}</span>}
    </a>
  );
}
