import type { GridControl, GridControlType } from "@chargehand/domain/grid/control";
import type { Holding } from "@chargehand/domain/holding";
import type { GridCommand } from "@chargehand/domain/orders/grid";
import { rest } from "../charging/rest";
import { toMoment } from "../charging/schedule";
import type { Speech } from "../dialect";
import { byAnswer, byStatus, byStatusOrNone } from "../effects";
import type { Request } from "../messages";
import { fromType, orderIn, orderNameOf, toType } from "./grid-control-words";
import { call, type Effects2, type Inbound2 } from "./table";

// Block R: distributed energy resources.

/** Something is wrong with the grid, until the station says that it is over. */
export const NotifyDERAlarm: Inbound2<"NotifyDERAlarm", "held"> = {
  report: "held",
  toReport({ controlType, alarmEnded, gridEventFault: fault, extraInfo: info, timestamp }) {
    const type = toType(controlType);
    if (alarmEnded) return { type: "held", changes: [{ do: "clear", kind: "grid-alarm", key: type }] };
    const value = { type, ...(fault && { fault }), ...(info && { info }), since: toMoment(timestamp) };
    return { type: "held", changes: [{ do: "set", kind: "grid-alarm", key: type, value }] };
  },
  toAnswer: () => ({}),
};

/** An order that holds for a while has begun, or is over. */
export const NotifyDERStartStop: Inbound2<"NotifyDERStartStop", "held"> = {
  report: "held",
  toReport: ({ controlId: control, started, timestamp, supersededIds: superseded = [] }) => ({
    type: "held",
    changes: [
      {
        do: "set",
        kind: "grid-control-run",
        key: control,
        value: { control, started, at: toMoment(timestamp), superseded: [...superseded] },
      },
    ],
  }),
  toAnswer: () => ({}),
};

/** A part of the orders that we asked for; each kind comes in a list of its own. */
export const ReportDERControl: Inbound2<"ReportDERControl", "part"> = {
  report: "part",
  toReport: ({ requestId, tbc = false, ...lists }) => ({
    type: "part",
    of: "grid-controls",
    part: { requestId, last: !tbc },
    holdings: [
      ...(lists.curve ?? []).map(({ id, curve, curveType, ...flags }) => named(id, toType(curveType), curve, flags)),
      ...(lists.enterService ?? []).map(({ id, enterService }) => named(id, "enter-service", enterService)),
      ...(lists.fixedPFAbsorb ?? []).map(({ id, fixedPF, ...flags }) => named(id, "fixed-pf-absorb", fixedPF, flags)),
      ...(lists.fixedPFInject ?? []).map(({ id, fixedPF, ...flags }) => named(id, "fixed-pf-inject", fixedPF, flags)),
      ...(lists.fixedVar ?? []).map(({ id, fixedVar, ...flags }) => named(id, "fixed-var", fixedVar, flags)),
      ...(lists.freqDroop ?? []).map(({ id, freqDroop, ...flags }) => named(id, "freq-droop", freqDroop, flags)),
      ...(lists.gradient ?? []).map(({ id, gradient }) => named(id, "gradients", gradient)),
      ...(lists.limitMaxDischarge ?? []).map(({ id, limitMaxDischarge, ...flags }) =>
        named(id, "limit-max-discharge", limitMaxDischarge, flags),
      ),
    ],
  }),
  toAnswer: () => ({}),
};

/** What every order says of itself, whatever its kind. Some only ever hold in general. */
interface Order {
  priority?: number;
  startTime?: string;
  duration?: number;
}

interface Flags {
  isDefault?: boolean;
  isSuperseded?: boolean;
}

const named = (id: string, type: GridControlType, order: Order, flags: Flags = {}): Holding => ({
  kind: "grid-control",
  key: id,
  value: toControl(id, type, order, flags),
});

function toControl(
  id: string,
  type: GridControlType,
  { priority, startTime, duration, ...order }: Order,
  { isDefault = true, isSuperseded = false }: Flags,
): GridControl {
  return {
    ...{ id, type, isDefault, superseded: isSuperseded },
    ...(priority !== undefined && { priority }),
    ...(startTime !== undefined && { startsAt: toMoment(startTime) }),
    ...(duration !== undefined && { durationSeconds: duration }),
    order: rest(order).more ?? {},
  };
}

/** How the commands about the grid are said. */
export const gridSpeech = {
  "set-grid-control": ({ id, control, isDefault, order }) => ({
    action: "SetDERControl",
    payload: { controlId: id, controlType: fromType(control), isDefault, [orderNameOf(control)]: order },
  }),

  "clear-grid-controls": ({ id, control, isDefault }) =>
    call("ClearDERControl", { isDefault, controlType: control && fromType(control), controlId: id }),

  "read-grid-controls": ({ id, control, isDefault }, { commandId }) =>
    call("GetDERControl", {
      requestId: commandId,
      isDefault,
      controlType: control && fromType(control),
      controlId: id,
    }),
} satisfies Pick<Speech, GridCommand["type"]>;

export const gridControls = {
  ClearDERControl: {
    toAnswer: byStatus,
    toReports: ({ isDefault, controlType, controlId: key }, { status }) =>
      // NotFound: there is none of what was to be cleared, which is as good.
      status === "Accepted" || status === "NotFound"
        ? [
            {
              type: "held",
              changes: [
                {
                  do: "clear",
                  kind: "grid-control",
                  key,
                  matching: { isDefault, ...(controlType && { type: toType(controlType) }) },
                },
              ],
            },
          ]
        : [],
    proof: byAnswer,
  },

  GetDERControl: {
    toAnswer: byStatusOrNone("NotFound"),
    toReports: (request, { status }) =>
      status === "NotFound" && isWhole(request)
        ? [{ type: "held", changes: [{ do: "clear", kind: "grid-control" }] }]
        : [],
    proof: (request) => ({
      watch: { for: "report", of: "grid-controls", requestId: request.requestId, whole: isWhole(request) },
      deadlineSeconds: 120,
    }),
  },

  SetDERControl: {
    toAnswer: byStatus,
    toReports(request, { status }) {
      if (status !== "Accepted") return [];
      const { controlId: key, controlType, isDefault } = request;
      const value = toControl(key, toType(controlType), orderIn(request), { isDefault });
      return [{ type: "held", changes: [{ do: "set", kind: "grid-control", key, value }] }];
    },
    proof: ({ controlId: id }) => ({
      watch: { for: "named", kind: "grid-control", key: id },
      deadlineSeconds: 60,
      probe: { type: "read-grid-controls", id },
    }),
  },
} satisfies Partial<Effects2>;

const isWhole = ({ isDefault, controlType, controlId }: Request<"2.1", "GetDERControl">) =>
  isDefault === undefined && controlType === undefined && controlId === undefined;
