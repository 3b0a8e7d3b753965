/** `label` says the same in words, and is shown. */
export function ProgressBar({ value, max, label }: { value: number; max: number; label: string }) {
  return (
    <div className="stack-s">
      <progress className="progress" value={value} max={max} aria-label={label} />
      <p className="small">{label}</p>
    </div>
  );
}
