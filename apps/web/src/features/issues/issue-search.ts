import { issueKinds } from "@chargehand/domain/issues/issue";
import { createLoader, parseAsStringLiteral } from "nuqs/server";

/** Which issues a list shows, as it stands in the address. */
export const issueSearch = {
  view: parseAsStringLiteral(["open", "mine", "muted", "over"]).withDefault("open"),
  kind: parseAsStringLiteral(issueKinds),
};

export const loadIssueSearch = createLoader(issueSearch);

/** The filter as the server takes it. */
export const issueQuery = ({ view, kind }: Awaited<ReturnType<typeof loadIssueSearch>>) => ({
  view,
  kind: kind ?? undefined,
});
