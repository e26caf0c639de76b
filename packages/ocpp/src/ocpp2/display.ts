import type { DisplayFormat, DisplayMessage, DisplayPriority, DisplayState } from "@chargehand/domain/display/message";
import type { Holding } from "@chargehand/domain/holding";
import type { DisplayCommand } from "@chargehand/domain/orders/display";
import type { Speech } from "../dialect";
import { byAnswer, byStatus, byStatusOrNone } from "../effects";
import type { Request } from "../messages";
import { keyOf, toInstant } from "../translate";
import { call, type Effects2, type Inbound2 } from "./table";

// Block O: display messages.

type Info = Request<"2.1", "SetDisplayMessage">["message"];
type Content = Info["message"];

const priorities = {
  "always-front": "AlwaysFront",
  "in-front": "InFront",
  "normal-cycle": "NormalCycle",
} as const satisfies Record<DisplayPriority, Info["priority"]>;

const states = {
  charging: "Charging",
  faulted: "Faulted",
  idle: "Idle",
  unavailable: "Unavailable",
  suspended: "Suspended",
  discharging: "Discharging",
} as const satisfies Record<DisplayState, NonNullable<Info["state"]>>;

const formats = {
  utf8: "UTF8",
  ascii: "ASCII",
  html: "HTML",
  uri: "URI",
  "qr-code": "QRCODE",
} as const satisfies Record<DisplayFormat, Content["format"]>;

export const NotifyDisplayMessages: Inbound2<"NotifyDisplayMessages", "part"> = {
  report: "part",
  toReport: ({ requestId, tbc = false, messageInfo = [] }) => ({
    type: "part",
    of: "display-messages",
    part: { requestId, last: !tbc },
    holdings: messageInfo.map(toHolding),
  }),
  toAnswer: () => ({}),
};

export const display = {
  ClearDisplayMessage: {
    toAnswer: byStatus,
    // Unknown: it is not there either way.
    toReports: ({ id }, { status }) =>
      status === "Accepted" || status === "Unknown"
        ? [{ type: "held", changes: [{ do: "clear", kind: "display-message", key: String(id) }] }]
        : [],
    proof: byAnswer,
  },

  GetDisplayMessages: {
    // Its word for "there are none".
    toAnswer: byStatusOrNone("Unknown"),
    toReports: (request, { status }) => (status === "Unknown" ? noneOf(request) : []),
    proof: (request) => ({
      watch: { for: "report", of: "display-messages", requestId: request.requestId, whole: isForAll(request) },
      deadlineSeconds: 120,
    }),
  },

  SetDisplayMessage: {
    toAnswer: byStatus,
    toReports: ({ message }, { status }) => (status === "Accepted" ? [{ type: "held", changes: shown(message) }] : []),
    proof: ({ message }) => ({
      watch: { for: "displayed", message: message.id, text: message.message.content },
      deadlineSeconds: 30,
      probe: { type: "read-messages", message: message.id },
    }),
  },
} satisfies Partial<Effects2>;

/** How its commands are said. */
export const displaySpeech = {
  "show-message": ({ message, session, replaces }, { commandId }) =>
    call("SetDisplayMessage", {
      message: {
        id: replaces ?? commandId,
        priority: priorities[message.priority],
        state: message.state && states[message.state],
        startDateTime: message.from,
        endDateTime: message.until,
        transactionId: session,
        message: toContent(message),
        // 2.0.1 does not know the field at all.
        ...(message.others && { messageExtra: message.others.map(toContent) }),
      },
    }),

  "clear-message": ({ message }) => call("ClearDisplayMessage", { id: message }),

  "read-messages": ({ message }, { commandId }) =>
    call("GetDisplayMessages", { requestId: commandId, id: message === undefined ? undefined : [message] }),
} satisfies Pick<Speech, DisplayCommand["type"]>;

type Read = Request<"2.1", "GetDisplayMessages">;

const isForAll = ({ id, priority, state }: Read) => id === undefined && priority === undefined && state === undefined;

/** What was asked for is not there: all of it, or those that were named. Of a priority or a state that says little. */
function noneOf({ id = [], ...rest }: Read) {
  if (isForAll({ ...rest, id: undefined }) && id.length === 0) {
    return [{ type: "held", changes: [{ do: "clear", kind: "display-message" }] } as const];
  }
  if (rest.priority !== undefined || rest.state !== undefined) return [];
  const changes = id.map((each) => ({ do: "clear", kind: "display-message", key: String(each) }) as const);
  return [{ type: "held", changes } as const];
}

/** Of those that are always in front there is one only: the newest takes the place of the others (O01). */
function shown(message: Info) {
  const change = { do: "set", ...toHolding(message) } as const;
  if (message.priority !== "AlwaysFront") return [change];
  return [{ do: "clear", kind: "display-message", matching: { priority: "always-front" } } as const, change];
}

function toHolding(info: Info): Holding<"display-message"> {
  const { id, priority, state, startDateTime, endDateTime, transactionId, message, messageExtra } = info;
  const value: DisplayMessage = {
    ...toText(message),
    priority: keyOf(priorities, priority) ?? "normal-cycle",
    state: state && keyOf(states, state),
    from: startDateTime && toInstant(startDateTime),
    until: endDateTime && toInstant(endDateTime),
    session: transactionId,
    others: messageExtra?.map(toText),
  };
  return { kind: "display-message", key: String(id), value };
}

const toText = ({ content, format, language }: Content) => ({
  text: content,
  format: keyOf(formats, format) ?? "utf8",
  language,
});

const toContent = ({ text, format, language }: Pick<DisplayMessage, "text" | "format" | "language">): Content => ({
  content: text,
  format: formats[format],
  language,
});
