/** Says what keeps the gateway from starting, and what to do about it. */
export function toSentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  switch (code) {
    case "ECONNREFUSED":
    case "ENOTFOUND":
    case "ETIMEDOUT":
      return `the database cannot be reached (${code}); see that PostgreSQL runs and DATABASE_URL leads to it.`;
    case "28P01":
    case "28000":
    case "3D000":
      return `the database does not let us in: ${error.message}; correct DATABASE_URL.`;
    case "42P01":
    case "3F000":
      return "the database has no tables of ours yet; run its migrations first.";
    default:
      return error.message;
  }
}
