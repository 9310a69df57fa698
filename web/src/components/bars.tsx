// A bar chart of sums, each bar with its label above it. Show a table of the same figures next to it.

interface Bar {
  readonly key: string;
  readonly text: string;
  readonly amount: string;
  readonly value: number;
}

interface BarsProps {
  /** What the chart shows, for screen readers. */
  readonly label: string;
  readonly bars: readonly Bar[];
}

/** Heights in em, so that they grow with the reader's type size; widths in per cent, so that text never shrinks. */
const ROW_EM = 3.4;
const MAX_LETTERS = 38;

const short = (text: string): string =>
  text.length > MAX_LETTERS ? `${text.slice(0, MAX_LETTERS - 1).trimEnd()}…` : text;

export function Bars({ label, bars }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <svg class="kitty-bars" role="img" aria-label={label} width="100%" height={`${bars.length * ROW_EM}em`}>
      {bars.map(({ key, text, amount, value }, i) => (
        <g key={key}>
          <text x="0" y={`${i * ROW_EM + 1}em`}>
            {short(text)}
          </text>
          <rect
            class="kitty-money__part-1"
            x="0"
            y={`${i * ROW_EM + 1.4}em`}
            width={`${Math.max(1, (value / most) * 70)}%`}
            height="1.2em"
            rx="4"
          />
          <text class="kitty-bars__amount" x={`${Math.max(1, (value / most) * 70) + 2}%`} y={`${i * ROW_EM + 2.4}em`}>
            {amount}
          </text>
        </g>
      ))}
    </svg>
  );
}
