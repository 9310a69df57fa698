// A flow chart of how a sum is divided into parts. Show a table of the same figures next to it.

interface FlowPart {
  readonly key: string;
  readonly name: string;
  readonly amount: string;
  /** The total, as shown. */
  readonly shareText: string;
  /** Share of the total, from 0 to 1. */
  readonly share: number;
  /** The number of its colour, from 1 to 5. */
  readonly colour: number;
}

interface FlowPictureProps {
  /** What the chart shows, for screen readers. */
  readonly label: string;
  readonly whole: { readonly name: string; readonly amount: string };
  readonly parts: readonly FlowPart[];
}

// Heights are in em and widths in per cent, so that text keeps its size on any screen.
const WHOLE_EM = 14;
const HEADING_EM = 3.2;
const MIN_SLOT_EM = 3.9;
const GAP_EM = 0.8;
const FROM = 3;
const TO = 34;

/** Where each stream starts and ends, measured from the top. */
function streamsOf(parts: readonly FlowPart[]) {
  let from = HEADING_EM;
  let slot = HEADING_EM;
  return parts.map((part) => {
    // Thick enough to be seen, however small the part.
    const thick = part.share === 0 ? 0 : Math.max(0.15, part.share * WHOLE_EM);
    const high = Math.max(MIN_SLOT_EM, thick);
    const stream = { ...part, thick, from, to: slot + (high - thick) / 2, middle: slot + high / 2 };
    from += part.share * WHOLE_EM;
    slot += high + GAP_EM;
    return stream;
  });
}

const slotsEm = (parts: readonly FlowPart[]): number =>
  parts.reduce((sum, { share }) => sum + Math.max(MIN_SLOT_EM, share * WHOLE_EM) + GAP_EM, 0);

export function FlowPicture({ label, whole, parts }: FlowPictureProps) {
  const height = HEADING_EM + Math.max(WHOLE_EM, slotsEm(parts));
  const streams = streamsOf(parts);
  return (
    <svg class="kitty-streams" role="img" aria-label={label} width="100%" height={`${height}em`}>
      <text x="0" y="1em">
        {whole.name}
      </text>
      <text class="kitty-streams__amount" x="0" y="2.3em">
        {whole.amount}
      </text>
      <svg
        aria-hidden="true"
        x="0"
        y="0"
        width="100%"
        height="100%"
        viewBox={`0 0 100 ${height}`}
        preserveAspectRatio="none"
      >
        <rect x="0" y={HEADING_EM} width={FROM} height={WHOLE_EM} />
        {streams.map(({ key, thick, from, to, colour }) =>
          thick === 0 ? null : (
            <g key={key} class={`kitty-money__part-${colour}`}>
              <path class="kitty-streams__band" d={bandOf(from, to, thick)} />
              <rect x={TO} y={to} width="2" height={thick} />
            </g>
          ),
        )}
      </svg>
      {streams.map(({ key, name, amount, shareText, middle }) => (
        <g key={key}>
          <Line y={middle - 0.9}>{name}</Line>
          <Line y={middle + 0.4} isAmount>
            {amount}
          </Line>
          <Line y={middle + 1.7}>{shareText}</Line>
        </g>
      ))}
    </svg>
  );
}

interface LineProps {
  readonly y: number;
  readonly isAmount?: boolean;
  readonly children: string;
}

const Line = ({ y, isAmount = false, children }: LineProps) => (
  <text class={isAmount ? 'kitty-streams__amount' : undefined} x={`${TO + 4}%`} y={`${y}em`}>
    {children}
  </text>
);

/** A stream of constant thickness that starts and ends horizontally. */
function bandOf(from: number, to: number, thick: number): string {
  const bend = (FROM + TO) / 2;
  return (
    `M${FROM} ${from}C${bend} ${from} ${bend} ${to} ${TO} ${to}` +
    `V${to + thick}C${bend} ${to + thick} ${bend} ${from + thick} ${FROM} ${from + thick}Z`
  );
}
