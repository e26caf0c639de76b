/** The two lanes of a conversation: who called at the top, and the answer coming back below. */
export function Lanes({
  from,
  answered,
  isError,
  label,
}: {
  from: "station" | "us";
  answered: boolean;
  isError: boolean;
  label: string;
}) {
  const callHead = from === "station" ? "M38 1.5 43 5 38 8.5" : "M10 1.5 5 5 10 8.5";
  return (
    <svg width="48" height="16" viewBox="0 0 48 16" role="img" aria-label={label} className="block">
      <title>{label}</title>
      <path d="M1 1v14M47 1v14" stroke="var(--edge)" fill="none" />
      <path d={`M5 5h38${callHead}`} stroke="var(--ink)" strokeWidth="1.3" fill="none" strokeLinejoin="round" />
      <path
        d="M5 12.5h38"
        stroke={isError ? "var(--st-fault)" : "var(--edge)"}
        strokeWidth="1.3"
        strokeDasharray={answered ? undefined : "2 3"}
        fill="none"
      />
    </svg>
  );
}
