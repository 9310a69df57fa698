// Draws sums as bars under each other, each with its words above it; a table must say the same beside it.

interface Bar {
  readonly key: string;
  readonly text: string;
  readonly amount: string;
  readonly value: number;
}

interface BarsProps {
  /** What the picture shows, for those who hear it. */
  readonly label: string;
  readonly bars: readonly Bar[];
}

/** In ems of its own type, so that it grows with the reader's; widths in per cent, so that words never shrink. */
const ROW_EM = 3.4;
const MOST_LETTERS = 38;

const short = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1).trimEnd()}…` : text;

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
