export type ShareBar = { label: string; share: number };

type ShareBarsProps = {
  /** Says what is drawn and where the numbers stand. */
  label: string;
  line: number;
  bars: ShareBar[];
};

const percent = new Intl.NumberFormat('ja-JP', { style: 'percent', maximumFractionDigits: 0 });

/** Shares as bars across, with a line to hold each against. The numbers stand in a table beside it. */
export function ShareBars({ label, line, bars }: ShareBarsProps) {
  return (
    <div role="img" aria-label={label} className="stack-s max-w-[40rem]">
      {bars.map((bar) => (
        <div key={bar.label}>
          <p className="small">{bar.label}</p>
          <div className="flex items-center gap-3">
            <Bar share={bar.share} line={line} />
            <span className="w-12 text-right tabular-nums">{percent.format(bar.share)}</span>
          </div>
        </div>
      ))}
    </div>
  );
}

/** Drawn without words, so that it may stretch to any width. */
function Bar({ share, line }: { share: number; line: number }) {
  const at = line * 100;
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" className="block h-6 grow">
      <rect x={0} y={1} width={100} height={8} className="fill-accent-soft" />
      <rect x={0} y={1} width={share * 100} height={8} className="fill-accent" />
      <path
        d={`M${at} 0V10`}
        className="stroke-paper"
        strokeWidth={6}
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={`M${at} 0V10`}
        className="stroke-ink"
        strokeWidth={2}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
