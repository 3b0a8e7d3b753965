import { scaleBand, scaleLinear } from 'd3-scale';

export type BarPair = { label: string; now: number; before: number };

type BarChartProps = {
  /** Says what is drawn and where the numbers stand. */
  label: string;
  /** For the box that scrolls where the screen is narrow. */
  scrollLabel: string;
  now: string;
  before: string;
  pairs: BarPair[];
};

const WIDTH = 760;
const HEIGHT = 280;
const TOP = 14;
const BOTTOM = 34;
const LEFT = 58;
const RIGHT = 8;
const TICKS = 4;
const LINE = HEIGHT - BOTTOM;

const count = new Intl.NumberFormat('ja-JP');

/** Two bars side by side for every label: this year and the year before. The numbers stand in a table beside it. */
export function BarChart({ label, scrollLabel, now, before, pairs }: BarChartProps) {
  const highest = Math.max(1, ...pairs.flatMap((pair) => [pair.now, pair.before]));
  const y = scaleLinear([0, highest], [LINE, TOP]).nice(TICKS);
  const x = scaleBand(
    pairs.map((pair) => pair.label),
    [LEFT, WIDTH - RIGHT],
  )
    .padding(0.28)
    .paddingOuter(0.14);
  const bar = x.bandwidth() / 2 - 2;
  const ticks = y.ticks(TICKS).filter(Number.isInteger);
  return (
    <figure className="stack-s">
      <figcaption className="row small">
        <Key className="bg-accent" title={now} />
        <Key className="bg-[var(--last-year)]" title={before} />
      </figcaption>
      {/* The box scrolls, so the keyboard has to reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="overflow-x-auto" role="region" aria-label={scrollLabel} tabIndex={0}>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={label}
          className="block h-auto w-full min-w-[38rem]"
        >
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                x1={LEFT}
                x2={WIDTH - RIGHT}
                y1={y(tick)}
                y2={y(tick)}
                className="stroke-line"
              />
              <text
                x={LEFT - 8}
                y={y(tick) + 5}
                textAnchor="end"
                fontSize="14"
                className="fill-ink-2"
              >
                {count.format(tick)}
              </text>
            </g>
          ))}
          {pairs.map((pair) => {
            const left = x(pair.label) ?? 0;
            return (
              <g key={pair.label}>
                <Bar
                  x={left}
                  width={bar}
                  top={y(pair.before)}
                  className="fill-[var(--last-year)]"
                />
                <Bar x={left + bar + 4} width={bar} top={y(pair.now)} className="fill-accent" />
                <text
                  x={left + x.bandwidth() / 2}
                  y={LINE + 23}
                  textAnchor="middle"
                  fontSize="15"
                  className="fill-ink"
                >
                  {pair.label}
                </text>
              </g>
            );
          })}
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={LINE} y2={LINE} className="stroke-line-strong" />
        </svg>
      </div>
    </figure>
  );
}

function Bar({
  x,
  width,
  top,
  className,
}: {
  x: number;
  width: number;
  top: number;
  className: string;
}) {
  return <rect x={x} width={width} y={top} height={LINE - top} className={className} />;
}

function Key({ className, title }: { className: string; title: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span className={`inline-block size-4 rounded-sm ${className}`} aria-hidden="true" />
      {title}
    </span>
  );
}
