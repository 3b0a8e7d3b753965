export function BrandMark() {
  return (
    <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true">
      <path
        className="thread-stroke"
        d="M5 24c5-13 9 6 13-6s7-4 11-8"
        fill="none"
        strokeWidth="3.2"
        strokeLinecap="round"
      />
      <circle className="thread-bead" cx="5" cy="24" r="4" />
      <circle className="thread-bead-last" cx="29" cy="10" r="4" />
    </svg>
  );
}
