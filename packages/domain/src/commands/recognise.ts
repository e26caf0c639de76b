import type { Watch } from "../proof";
import type { MessageKind, Report, ReportOf, ReportPart } from "../report";
import type { Place } from "../vocabulary";

/** Whether a report is the message that a station was asked for. */
export const says: Record<MessageKind, (report: Report) => boolean> = {
  boot: ({ type }) => type === "booted",
  heartbeat: ({ type }) => type === "heartbeat",
  status: ({ type }) => type === "connector-status",
  "meter-values": ({ type }) => type === "meter-values",
  session: ({ type }) => type === "session",
  "firmware-status": (report) => report.type === "progress" && report.of === "firmware",
  "log-status": (report) => report.type === "progress" && report.of === "log",
  "publication-status": (report) => report.type === "progress" && report.of === "publication",
  "certificate-request": (report) => report.type === "asked" && report.message === "certificate-request",
  "vehicle-certificate-request": (report) =>
    report.type === "asked" && report.message === "vehicle-certificate-request",
};

/** The part that a report is of what a command asked for, if it is one. */
export function partFor({ of, requestId }: Extract<Watch, { for: "report" }>, report: Report): ReportPart | undefined {
  const isOne = of === undefined ? report.type === "variables" : report.type === "part" && report.of === of;
  const part = isOne && "part" in report ? report.part : undefined;
  return part?.requestId === requestId ? part : undefined;
}

/** Whether a station would not have said it, had it not been asked. */
export function isAskedFor(report: Report, watch: Watch): boolean {
  if (watch.for === "message") return says[watch.message](report);
  return watch.for === "report" && partFor(watch, report) !== undefined;
}

/** Whether a report speaks of a place; one that names none speaks of every one. */
export function concerns(report: Report, place: Place): boolean {
  const places =
    report.type === "connector-status"
      ? report.connectors.map((connector) => connector.place)
      : report.type === "meter-values" || report.type === "session"
        ? [report.place]
        : [place];
  return places.some((said) => said !== undefined && isAt(said, place));
}

/** Whether a report says that a place is reserved. */
export const saysReserved = ({ connectors }: ReportOf<"connector-status">, wanted: Place): boolean =>
  connectors.some(({ place, status }) => status === "reserved" && isAt(place, wanted));

/** Whether a place that was said is the one meant, as far as both are told. */
export const isAt = (said: Place, place: Place) =>
  said.evse === place.evse &&
  (place.connector === undefined || said.connector === undefined || said.connector === place.connector);
