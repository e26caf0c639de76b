import type { Holding } from "@chargehand/domain/holding";
import type { MonitorKind } from "@chargehand/domain/maintenance/monitor";
import type { StreamOpen } from "@chargehand/domain/report";
import type { Inbound } from "../dialect";
import { acknowledged, byAnswer, byStatus, byStatusOrNone } from "../effects";
import type { Request, SentPayload } from "../messages";
import { keyOf, toDate } from "../translate";
import { toOrigin } from "./events";
import { monitorTypes } from "./maintenance";
import { worstOf } from "./results";
import type { Effects2, Inbound2 } from "./table";
import { toVariable } from "./variables";

// Block N, monitors and streams. NotifyEvent stands with the connectors' availability, which it tells of as well.

type MonitoringData = NonNullable<Request<"2.1", "NotifyMonitoringReport">["monitor"]>[number];
type SetMonitoring = Request<"2.1", "SetVariableMonitoring">["setMonitoringData"][number];
type StreamData = Request<"2.1", "OpenPeriodicEventStream">["constantStreamData"];

export const NotifyMonitoringReport: Inbound2<"NotifyMonitoringReport", "part"> = {
  report: "part",
  toReport: ({ requestId, seqNo, tbc = false, monitor = [] }) => ({
    type: "part",
    of: "monitors",
    part: { requestId, sequence: seqNo, last: !tbc },
    holdings: monitor.flatMap(toMonitors),
  }),
  toAnswer: () => ({}),
};

/** Accepted, because what it will carry is kept. */
export const OpenPeriodicEventStream: Inbound2<"OpenPeriodicEventStream", "streams"> = {
  report: "streams",
  toReport: ({ constantStreamData }) => ({ type: "streams", open: [toStream(constantStreamData)] }),
  toAnswer: () => ({ status: "Accepted" }),
};

export const ClosePeriodicEventStream: Inbound2<"ClosePeriodicEventStream", "streams"> = {
  report: "streams",
  toReport: ({ id }) => ({ type: "streams", open: [], closed: id }),
  toAnswer: () => ({}),
};

/** Sent without ever being answered. */
export const NotifyPeriodicEventStream: Inbound<
  SentPayload<"2.1", "NotifyPeriodicEventStream">,
  Record<string, never>,
  "stream-data"
> = {
  report: "stream-data",
  toReport({ id, pending, basetime, data }, context) {
    const base = toDate(basetime, context).getTime();
    const samples = data.map(({ t, v }) => ({ at: new Date(base + Math.round(t * 1000)), value: v }));
    return { type: "stream-data", stream: id, pending, samples };
  },
  toAnswer: () => ({}),
};

const toMonitors = ({ component, variable, variableMonitoring }: MonitoringData): Holding<"monitor">[] =>
  variableMonitoring.map(({ id, type, value, severity, transaction, eventNotificationType }) => ({
    kind: "monitor",
    key: String(id),
    value: {
      ...{ id, value, severity, kind: toKind(type), variable: toVariable(component, variable) },
      whileCharging: transaction,
      // 2.0.1 does not say it.
      origin: eventNotificationType && toOrigin(eventNotificationType),
    },
  }));

/** A monitor that the station took, as it was wanted. */
function setMonitor(wanted: SetMonitoring, id: number): Holding<"monitor"> {
  const { type, value, severity, transaction: whileCharging, component, variable } = wanted;
  const what = { id, value, severity, whileCharging, kind: toKind(type), variable: toVariable(component, variable) };
  return { kind: "monitor", key: String(id), value: { ...what, origin: "custom" } };
}

// The table holds every word of the schema.
const toKind = (type: SetMonitoring["type"]): MonitorKind => keyOf(monitorTypes, type) ?? "change";

const toStream = ({ id, variableMonitoringId, params }: StreamData): StreamOpen => ({
  id,
  monitor: variableMonitoringId,
  intervalSeconds: params.interval,
  values: params.values,
});

const inVariables = "the variables that would tell it are optional";

export const monitoring = {
  AdjustPeriodicEventStream: {
    toAnswer: byStatus,
    proof: ({ id, params }) => ({
      watch: { for: "stream", stream: id, intervalSeconds: params.interval, values: params.values },
      deadlineSeconds: 30,
      probe: { type: "read-streams" },
    }),
  },

  ClearVariableMonitoring: {
    toAnswer: (_request, { clearMonitoringResult }) =>
      worstOf(
        clearMonitoringResult.map(({ id, ...result }) => ({ name: `monitor ${id}`, ...result })),
        "rejected",
      ),
    toReports: (_request, { clearMonitoringResult }) => [
      {
        type: "held",
        // One that is not found is not there either.
        changes: clearMonitoringResult.flatMap(({ id, status }) =>
          status === "Rejected" ? [] : [{ do: "clear", kind: "monitor", key: String(id) } as const],
        ),
      },
    ],
    proof: byAnswer,
  },

  GetMonitoringReport: {
    toAnswer: byStatusOrNone("EmptyResultSet"),
    toReports: (request, { status }) =>
      status === "EmptyResultSet" && isOfAll(request)
        ? [{ type: "held", changes: [{ do: "clear", kind: "monitor" }] }]
        : [],
    proof: (request) => ({
      watch: { for: "report", of: "monitors", requestId: request.requestId, whole: isOfAll(request) },
      deadlineSeconds: 120,
    }),
  },
  GetPeriodicEventStream: {
    toAnswer: acknowledged,
    toReports: (_request, { constantStreamData = [] }) => [
      { type: "streams", open: constantStreamData.map(toStream), whole: true },
    ],
    proof: byAnswer,
  },
  SetMonitoringBase: { toAnswer: byStatus, unprovable: inVariables },
  SetMonitoringLevel: { toAnswer: byStatus, unprovable: inVariables },

  SetVariableMonitoring: {
    toAnswer: (_request, { setMonitoringResult }) =>
      worstOf(
        setMonitoringResult.map(({ component, variable, ...result }) => ({
          name: `${component.name}.${variable.name}`,
          ...result,
        })),
        "rejected",
      ),
    toReports: ({ setMonitoringData }, { setMonitoringResult }) => [
      {
        type: "held",
        changes: setMonitoringResult.flatMap(({ status, id }, index) => {
          const wanted = setMonitoringData[index];
          const isSet = status === "Accepted" && id !== undefined && wanted !== undefined;
          return isSet ? [{ do: "set", ...setMonitor(wanted, id) } as const] : [];
        }),
      },
    ],
    proof: byAnswer,
  },
} satisfies Partial<Effects2>;

/** Only such a report tells what is not there. */
const isOfAll = ({ monitoringCriteria, componentVariable }: Request<"2.1", "GetMonitoringReport">) =>
  !monitoringCriteria?.length && !componentVariable?.length;
