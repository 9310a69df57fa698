// Reads govuk-frontend's published examples and turns the options of each into the properties of our component.
import { readFileSync } from 'node:fs';
import { type ComponentChildren, h, type JSX } from 'preact';
import { BackLink } from '../../../web/src/components/back-link.tsx';
import { Button } from '../../../web/src/components/button.tsx';
import { Checkboxes } from '../../../web/src/components/checkboxes.tsx';
import type { ChoicesProps } from '../../../web/src/components/choices.tsx';
import { DateInput } from '../../../web/src/components/date-input.tsx';
import { Details } from '../../../web/src/components/details.tsx';
import { ErrorMessage } from '../../../web/src/components/error-message.tsx';
import { ErrorSummary } from '../../../web/src/components/error-summary.tsx';
import type { FieldProps } from '../../../web/src/components/field.tsx';
import { Fieldset } from '../../../web/src/components/fieldset.tsx';
import { FileUpload } from '../../../web/src/components/file-upload.tsx';
import { Hint } from '../../../web/src/components/hint.tsx';
import { Input, type InputProps } from '../../../web/src/components/input.tsx';
import { InsetText } from '../../../web/src/components/inset-text.tsx';
import { Label, type TextSize } from '../../../web/src/components/label.tsx';
import { NotificationBanner } from '../../../web/src/components/notification-banner.tsx';
import { Radios } from '../../../web/src/components/radios.tsx';
import { Select } from '../../../web/src/components/select.tsx';
import { SkipLink } from '../../../web/src/components/skip-link.tsx';
import { SummaryList } from '../../../web/src/components/summary-list.tsx';
import { Table } from '../../../web/src/components/table.tsx';
import { Tag, type TagColour } from '../../../web/src/components/tag.tsx';
import { Textarea } from '../../../web/src/components/textarea.tsx';
import { drawn } from './components.markup.ts';

interface Words {
  readonly text?: string | number;
  readonly html?: string;
  readonly classes?: string;
  readonly isPageHeading?: boolean;
  readonly id?: string;
  readonly describedBy?: string;
}
interface Item extends Words {
  readonly value?: string | number | boolean;
  readonly name?: string;
  readonly hint?: Words;
  readonly label?: Words;
  readonly checked?: boolean;
  readonly selected?: boolean;
  readonly disabled?: boolean;
  readonly divider?: string;
  readonly conditional?: { readonly html?: string | false };
  readonly href?: string;
  readonly format?: 'numeric';
  readonly error?: boolean;
  readonly visuallyHiddenText?: string;
}
interface Row {
  readonly key: Words;
  readonly value: Words;
  readonly actions?: { readonly items?: readonly Item[] };
}
/** What the examples use of the options of all components; each names its own in govuk's documentation. */
interface Options extends Words {
  readonly type?: string;
  readonly name?: string;
  readonly value?: string | number;
  readonly values?: Readonly<Record<string, string | number>> & readonly (string | number)[];
  readonly href?: string;
  readonly for?: string;
  readonly disabled?: boolean;
  readonly label?: Words;
  readonly legend?: Words;
  readonly hint?: Words;
  readonly errorMessage?: Words;
  readonly fieldset?: { readonly legend?: Words; readonly describedBy?: string };
  readonly prefix?: Words;
  readonly suffix?: Words;
  readonly inputmode?: InputProps['inputMode'];
  readonly autocomplete?: string;
  readonly autocapitalize?: string;
  readonly spellcheck?: boolean;
  readonly pattern?: string;
  readonly rows?: number & readonly (Row & readonly Item[])[];
  readonly multiple?: boolean;
  readonly idPrefix?: string;
  readonly namePrefix?: string;
  readonly items?: readonly Item[];
  readonly day?: Item;
  readonly month?: Item;
  readonly year?: Item;
  readonly role?: 'group';
  readonly open?: boolean;
  readonly titleText?: string;
  readonly titleHtml?: string;
  readonly titleId?: string;
  readonly titleHeadingLevel?: 2;
  readonly descriptionText?: string;
  readonly descriptionHtml?: string;
  readonly errorList?: readonly Item[];
  readonly summaryText?: string;
  readonly summaryHtml?: string;
  readonly caption?: string;
  readonly captionClasses?: string;
  readonly head?: readonly Item[];
  readonly firstCellIsHeader?: boolean;
}

interface Fixture {
  readonly name: string;
  readonly options: Options;
  readonly html: string;
}

export function fixturesOf(component: string): readonly Fixture[] {
  const file = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  return JSON.parse(readFileSync(file, 'utf8')).fixtures;
}

const words = (of: Words | undefined): ComponentChildren =>
  of?.html ? drawn(of.html) : of?.text === undefined ? undefined : String(of.text);
const either = (html: string | undefined, text: string | undefined) => (html ? drawn(html) : text);
const nothing = () => undefined;

/** `govuk-tag--red` → `red`, given `govuk-tag--`. */
const after = (start: string, classes: string | undefined) =>
  classes
    ?.split(' ')
    .find((name) => name.startsWith(start))
    ?.slice(start.length);
/** The classes that no property of ours stands for. */
const others = (classes: string | undefined, ...starts: string[]) =>
  classes
    ?.split(' ')
    .filter((name) => !starts.some((start) => name.startsWith(start)))
    .join(' ');
const size = (of: Words | undefined, start: string) => after(start, of?.classes) as TextSize | undefined;

const width = (classes: string | undefined) => {
  const found = after('govuk-input--width-', classes);
  return found === undefined ? undefined : (Number(found) as InputProps['width']);
};

const field = (options: Options): FieldProps => ({
  id: options.id ?? options.name ?? '',
  name: options.name ?? '',
  label: words(options.label),
  labelSize: size(options.label, 'govuk-label--'),
  pageHeading: options.label?.isPageHeading,
  hint: words(options.hint),
  error: words(options.errorMessage),
  describedBy: options.describedBy,
  disabled: options.disabled,
  class: options.classes,
});

const choices = (block: string, options: Options): ChoicesProps => ({
  id: options.idPrefix ?? options.name ?? '',
  name: options.name ?? '',
  legend: words(options.fieldset?.legend),
  legendSize: size(options.fieldset?.legend, 'govuk-fieldset__legend--'),
  pageHeading: options.fieldset?.legend?.isPageHeading,
  hint: words(options.hint),
  error: words(options.errorMessage),
  describedBy: options.fieldset?.describedBy ?? options.describedBy,
  inline: options.classes?.includes(`${block}--inline`),
  small: options.classes?.includes(`${block}--small`),
  class: others(options.classes, `${block}--`),
  items: (options.items ?? []).filter(Boolean).map((item) =>
    item.divider
      ? { divider: item.divider }
      : {
          value: String(item.value),
          text: words(item),
          id: item.id,
          hint: words(item.hint),
          disabled: item.disabled,
          conditional: item.conditional?.html ? drawn(item.conditional.html) : undefined,
          labelClass: item.label?.classes,
        },
  ),
});

const chosen = (options: Options, given: readonly unknown[]) =>
  (options.items ?? [])
    .filter((item) => item && (item.checked ?? given.includes(item.value)))
    .map((item) => String(item.value));

const parts = ['day', 'month', 'year'] as const;

export const drawings: Readonly<Record<string, (options: Options) => JSX.Element>> = {
  'back-link': (options) =>
    h(BackLink, { href: options.href ?? '#', class: options.classes, children: words(options) }),
  button: (options) =>
    h(Button, {
      type: options.type as 'button',
      variant: after('govuk-button--', options.classes) as 'secondary' | undefined,
      disabled: options.disabled,
      href: options.href,
      id: options.id,
      name: options.name,
      value: options.value === undefined ? undefined : String(options.value),
      class: others(options.classes, 'govuk-button--'),
      children: words(options),
    }),
  checkboxes: (options) =>
    h(Checkboxes, {
      ...choices('govuk-checkboxes', options),
      values: chosen(options, options.values ?? []),
      onChange: nothing,
    }),
  'date-input': (options) => {
    const item = (part: (typeof parts)[number]) => options.items?.find(({ name }) => name === part) ?? options[part];
    const wrong = parts.filter((part) => item(part)?.error || item(part)?.classes?.includes('govuk-input--error'));
    const right = parts.filter((part) => item(part)?.error === false);
    const name = (part: string) => (options.namePrefix ? `${options.namePrefix}-${part}` : part);
    const value = (part: (typeof parts)[number]) => String(options.values?.[name(part)] ?? options[part]?.value ?? '');
    return h(DateInput, {
      id: options.id ?? '',
      namePrefix: options.namePrefix,
      legend: words(options.fieldset?.legend),
      legendSize: size(options.fieldset?.legend, 'govuk-fieldset__legend--'),
      pageHeading: options.fieldset?.legend?.isPageHeading,
      hint: words(options.hint),
      error: words(options.errorMessage),
      wrongParts:
        wrong.length > 0 ? wrong : right.length > 0 ? parts.filter((part) => !right.includes(part)) : undefined,
      describedBy: options.fieldset?.describedBy,
      value: { day: value('day'), month: value('month'), year: value('year') },
      onInput: nothing,
    });
  },
  details: (options) =>
    h(Details, {
      summary: either(options.summaryHtml, options.summaryText),
      id: options.id,
      open: options.open,
      class: options.classes,
      children: words(options),
    }),
  'error-message': (options) => h(ErrorMessage, { id: options.id, class: options.classes, children: words(options) }),
  'error-summary': (options) =>
    h(ErrorSummary, {
      title: either(options.titleHtml, options.titleText),
      description: either(options.descriptionHtml, options.descriptionText),
      errors: (options.errorList ?? []).map((item) => ({ text: words(item), href: item.href })),
    }),
  fieldset: (options) =>
    h(Fieldset, {
      legend: words(options.legend),
      legendSize: size(options.legend, 'govuk-fieldset__legend--'),
      pageHeading: options.legend?.isPageHeading,
      describedBy: options.describedBy,
      role: options.role,
      class: options.classes,
      children: options.html ? drawn(options.html) : undefined,
    }),
  'file-upload': (options) => h(FileUpload, { ...field(options), multiple: options.multiple, onChange: nothing }),
  hint: (options) => h(Hint, { id: options.id, class: options.classes, children: words(options) }),
  input: (options) =>
    h(Input, {
      ...field(options),
      class: others(options.classes, 'govuk-input--width-'),
      type: options.type as 'text',
      width: width(options.classes),
      prefix: words(options.prefix),
      suffix: words(options.suffix),
      inputMode: options.inputmode,
      autocomplete: options.autocomplete,
      autocapitalize: options.autocapitalize as 'none',
      spellcheck: options.spellcheck,
      pattern: options.pattern,
      value: String(options.value ?? ''),
      onInput: nothing,
    }),
  'inset-text': (options) => h(InsetText, { id: options.id, class: options.classes, children: words(options) }),
  label: (options) =>
    h(Label, {
      for: options.for,
      size: size(options, 'govuk-label--'),
      pageHeading: options.isPageHeading,
      class: others(options.classes, 'govuk-label--'),
      children: words(options),
    }),
  'notification-banner': (options) =>
    h(NotificationBanner, {
      type: options.type === 'success' ? 'success' : undefined,
      title: either(options.titleHtml, options.titleText),
      titleId: options.titleId,
      headingLevel: options.titleHeadingLevel,
      text: options.html ? undefined : options.text,
      class: options.classes,
      children: options.html ? drawn(options.html) : undefined,
    }),
  radios: (options) =>
    h(Radios, {
      ...choices('govuk-radios', options),
      value: chosen(options, [options.value])[0],
      onChange: nothing,
    }),
  select: (options) => {
    const items = (options.items ?? []).filter(Boolean);
    const selected = items.find((item) => item.selected ?? (options.value && item.value === options.value));
    return h(Select, {
      ...field(options),
      items: items.map((item) => ({ value: String(item.value), text: String(item.text), disabled: item.disabled })),
      value: String(selected?.value),
      onChange: nothing,
    });
  },
  'skip-link': (options) =>
    h(SkipLink, { href: options.href ?? '#content', class: options.classes, children: words(options) }),
  'summary-list': (options) =>
    h(SummaryList, {
      rows: (options.rows ?? []).filter(Boolean).map((row) => ({
        key: words(row.key),
        value: words(row.value),
        actions: row.actions?.items?.map((item) => ({
          href: item.href ?? '',
          text: words(item),
          hiddenText: item.visuallyHiddenText,
        })),
      })),
      noBorder: options.classes?.includes('govuk-summary-list--no-border'),
      class: others(options.classes, 'govuk-summary-list--no-border'),
    }),
  table: (options) => {
    const cell = (item: Item) => ({ text: words(item), numeric: item.format === 'numeric' });
    return h(Table, {
      caption: options.caption,
      captionSize: size({ classes: options.captionClasses ?? '' }, 'govuk-table__caption--'),
      head: options.head?.map(cell),
      rows: (options.rows ?? []).filter(Boolean).map((row) => row.map(cell)),
      firstCellIsHeader: options.firstCellIsHeader,
      class: options.classes,
    });
  },
  tag: (options) =>
    h(Tag, { colour: after('govuk-tag--', options.classes) as TagColour | undefined, children: words(options) }),
  textarea: (options) =>
    h(Textarea, {
      ...field(options),
      rows: options.rows,
      autocomplete: options.autocomplete,
      spellcheck: options.spellcheck,
      value: String(options.value ?? ''),
      onInput: nothing,
    }),
};
