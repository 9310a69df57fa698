// A bar that shows how a sum is divided, with its key.
import type { ComponentChildren } from 'preact';

interface MoneyPart {
  readonly amountPence: number;
  readonly label: ComponentChildren;
  /** The amount as shown, such as £12.50. */
  readonly amount: ComponentChildren;
}

interface MoneyBarProps {
  /** At most five; the colours follow this order. */
  readonly parts: readonly MoneyPart[];
}

const WIDTH = 1000;
const GAP = 4;

/** The bar is hidden from screen readers: the key says the same. */
export function MoneyBar({ parts }: MoneyBarProps) {
  return (
    <div class="kitty-money">
      <svg class="kitty-money__bar" viewBox={`0 0 ${WIDTH} 20`} preserveAspectRatio="none" aria-hidden="true">
        {segments(parts.map((part) => part.amountPence)).map(({ part, x, width }) => (
          <rect key={part} class={`kitty-money__part-${part}`} x={x} y="0" width={width} height="20" />
        ))}
      </svg>
      <dl class="kitty-money__key">
        {parts.map((part, at) => (
          <div key={part.label}>
            <svg class="kitty-money__swatch" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <rect class={`kitty-money__part-${at + 1}`} width="16" height="16" rx="4" />
            </svg>
            <dt>{part.label}</dt>
            <dd>{part.amount}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Where each part above zero lies on the bar, with gaps between them. */
function segments(amounts: readonly number[]) {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  let before = 0;
  return amounts.flatMap((amount, at) => {
    if (amount <= 0) return [];
    const x = (before / total) * WIDTH;
    before += amount;
    const end = (before / total) * WIDTH;
    return [{ part: at + 1, x, width: Math.max(end - x - (before < total ? GAP : 0), 1) }];
  });
}
