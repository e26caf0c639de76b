/** The sign of the house: a C around a bolt. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" className="shrink-0">
      <path
        d="M16.2 5.2A8 8 0 1 0 16.2 14.8"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <path d="M11.4 5 6.9 10.9h3L9.2 15l4.6-6h-3z" fill="currentColor" />
    </svg>
  );
}
