/** Which line is which connector: they differ by dash, because one hue means energy. */
export function PowerLegend({ labels }: { labels: readonly string[] }) {
  if (labels.length < 2) return null;
  return (
    <ul className="flex gap-3">
      {labels.map((label, index) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg width="20" height="4" aria-hidden="true">
            <path d="M0 2h20" stroke="var(--st-charging)" strokeWidth="1.75" strokeDasharray={dashes[index % 3]} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

const dashes = [undefined, "5 3", "2 2"] as const;
