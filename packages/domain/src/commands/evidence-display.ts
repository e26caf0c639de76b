import type { Watch } from "../proof";
import type { Report, ReportOf } from "../report";
import type { Finding } from "./evidence";

/** A message is shown when the station reads it back, and it plainly is not when the station says there is none. */
export function displayed(
  { message, text }: Extract<Watch, { for: "displayed" }>,
  report: Report,
): Finding | undefined {
  const key = String(message);
  if (report.type === "held") {
    const isGone = report.changes.some(
      (change) =>
        change.do === "clear" &&
        change.kind === "display-message" &&
        change.matching === undefined &&
        (change.key === undefined || change.key === key),
    );
    return isGone
      ? { proof: "unproven", evidence: "accepted, not effective: the station says it has no such message" }
      : undefined;
  }
  if (report.type !== "part" || report.of !== "display-messages") return undefined;
  for (const holding of report.holdings ?? []) {
    if (holding.kind !== "display-message" || holding.key !== key) continue;
    return holding.value.text === text
      ? { proof: "confirmed", evidence: "read back, as written" }
      : { proof: "unproven", evidence: `accepted, not effective: it reads \u201c${holding.value.text}\u201d` };
  }
  return undefined;
}

/** A tariff is in force when the station names it among all it counts by. */
export function inForce(name: string, { changes }: ReportOf<"held">): Finding | undefined {
  if (!changes.some(({ kind }) => kind === "tariff")) return undefined;
  const isNamed = changes.some(
    (change) => change.do === "set" && change.kind === "tariff" && change.value.name === name,
  );
  return isNamed
    ? { proof: "confirmed", evidence: "the station names it among its tariffs" }
    : { proof: "unproven", evidence: "accepted, not effective: the station does not name it" };
}
