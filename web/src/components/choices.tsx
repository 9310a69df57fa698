// What radios and checkboxes share: the question, and items with a hint and a conditional part.
import type { ComponentChildren } from 'preact';
import { joined } from './classes.ts';
import { describing, FormGroup, HintAndError, present } from './field.tsx';
import { Fieldset } from './fieldset.tsx';
import { Hint } from './hint.tsx';
import { Label, type TextSize } from './label.tsx';

interface ChoiceItem {
  readonly value: string;
  readonly text: ComponentChildren;
  readonly id?: string | undefined;
  readonly hint?: ComponentChildren;
  readonly disabled?: boolean | undefined;
  /** Shown below the item while it is chosen. */
  readonly conditional?: ComponentChildren;
  readonly labelClass?: string | undefined;
}

export interface ChoicesProps {
  /** Of the first item, so that an error summary can link to it; the others are numbered. */
  readonly id: string;
  readonly name: string;
  /** The question. Leave it out only where there is a single box, or where there is already a fieldset around it. */
  readonly legend?: ComponentChildren;
  readonly legendSize?: TextSize | undefined;
  readonly pageHeading?: boolean | undefined;
  readonly hint?: ComponentChildren;
  readonly error?: ComponentChildren;
  readonly describedBy?: string | undefined;
  readonly items: readonly (ChoiceItem | { readonly divider: ComponentChildren })[];
  readonly inline?: boolean | undefined;
  readonly small?: boolean | undefined;
  readonly class?: string | undefined;
}

interface Kind {
  readonly kind: 'radio' | 'checkbox';
  readonly isChosen: (value: string) => boolean;
  readonly onChoose: (value: string, chosen: boolean) => void;
}

export function Choices(props: ChoicesProps & Kind) {
  const block = blockClass(props.kind);
  const hasLegend = present(props.legend);
  // A single checkbox has no fieldset to carry aria-describedby, so the item carries it. Radios always have a fieldset.
  const shared = hasLegend || props.kind === 'radio' ? undefined : describing(props);
  const inside = (
    <>
      <HintAndError id={props.id} hint={props.hint} error={props.error} />
      <div class={joined(block, props.inline && `${block}--inline`, props.small && `${block}--small`, props.class)}>
        {props.items.map((item, at) =>
          'divider' in item ? (
            <div key="divider" class={`${block}__divider`}>
              {item.divider}
            </div>
          ) : (
            <Item key={item.value} item={item} at={at} shared={shared} group={props} />
          ),
        )}
      </div>
    </>
  );
  if (!hasLegend) return <FormGroup error={props.error}>{inside}</FormGroup>;
  return (
    <FormGroup error={props.error}>
      <Fieldset
        legend={props.legend}
        legendSize={props.legendSize}
        pageHeading={props.pageHeading}
        describedBy={describing(props)}
      >
        {inside}
      </Fieldset>
    </FormGroup>
  );
}

interface ItemProps {
  readonly item: ChoiceItem;
  readonly at: number;
  readonly shared: string | undefined;
  readonly group: ChoicesProps & Kind;
}

function Item({ item, at, shared, group }: ItemProps) {
  const block = blockClass(group.kind);
  const id = item.id ?? (at === 0 ? group.id : `${group.id}-${at + 1}`);
  const chosen = group.isChosen(item.value);
  const opens = present(item.conditional);
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={group.name}
          type={group.kind}
          value={item.value}
          checked={chosen}
          onChange={(event) => group.onChoose(item.value, event.currentTarget.checked)}
          disabled={item.disabled}
          aria-controls={opens ? `conditional-${id}` : undefined}
          aria-describedby={joined(shared, present(item.hint) && `${id}-item-hint`)}
        />
        <Label for={id} class={joined(`${block}__label`, item.labelClass)}>
          {item.text}
        </Label>
        {present(item.hint) && (
          <Hint id={`${id}-item-hint`} class={`${block}__hint`}>
            {item.hint}
          </Hint>
        )}
      </div>
      {opens && (
        <div
          class={joined(`${block}__conditional`, !chosen && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  );
}

function blockClass(kind: 'radio' | 'checkbox') {
  return kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
}
