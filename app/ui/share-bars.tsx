export type ShareBar = { label: string; share: number };

type ShareBarsProps = {
  /** Says what is drawn and where the numbers stand. */
  label: string;
  line: number;
  bars: ShareBar[];
};

const WIDTH = 460;
const ROW = 56;
const BAR = 20;
const RIGHT = 60;
const SPAN = WIDTH - RIGHT;

const percent = new Intl.NumberFormat('ja-JP', { style: 'percent', maximumFractionDigits: 0 });

/** Shares as bars across, with one line to hold them against. The numbers stand in a table beside it. */
export function ShareBars({ label, line, bars }: ShareBarsProps) {
  const height = bars.length * ROW + 24;
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={label}
        className="block h-auto w-full max-w-[40rem]"
      >
        {bars.map((bar, i) => (
          <g key={bar.label}>
            <text x={0} y={i * ROW + 20} className="fill-ink text-[15px]">
              {bar.label}
            </text>
            <rect x={0} y={i * ROW + 28} width={SPAN} height={BAR} className="fill-accent-soft" />
            <rect
              x={0}
              y={i * ROW + 28}
              width={SPAN * bar.share}
              height={BAR}
              className="fill-accent"
            />
            <text x={SPAN + 8} y={i * ROW + 28 + 15} className="fill-ink text-[15px]">
              {percent.format(bar.share)}
            </text>
          </g>
        ))}
        <line
          x1={SPAN * line}
          x2={SPAN * line}
          y1={4}
          y2={height - 20}
          className="stroke-ink"
          strokeWidth={2}
          strokeDasharray="4 3"
        />
        <text x={SPAN * line} y={height - 4} textAnchor="middle" className="fill-ink text-[14px]">
          {percent.format(line)}
        </text>
      </svg>
    </figure>
  );
}
