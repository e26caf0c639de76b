import type { DomainEvent } from "@chargehand/domain/event";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { GlyphName } from "@/components/glyph";
import type { Timeline } from "@/server/sessions/timeline";
import { type CommandState, commandState, isSettled } from "../commands/command-view";
import { connectorState } from "../connectors/connector-state";
import { atHead, spellOut } from "../connectors/fault-text";
import type { SessionEvent } from "./session-view";

/** What happened around a session, in words, each with the message that told it. */
export function useSessionEvents(timeline: Timeline | undefined): SessionEvent[] {
  const say = useEventWords();
  return useMemo(
    () =>
      (timeline?.events ?? []).flatMap(({ at, receivedAt, event }, index): SessionEvent[] => {
        const said = say(event);
        if (!said) return [];
        return [
          {
            id: `${index}`,
            at,
            ...said,
            frameId: said.who === "station" || said.who === "driver" ? frameAt(timeline, event, receivedAt) : undefined,
            glyph: glyphOf(event),
            isCause: event.type === "session.ended",
          },
        ];
      }),
    [timeline, say],
  );
}

/** The message that carried an event of the session: both were written with the same time. */
function frameAt(timeline: Timeline | undefined, event: DomainEvent, receivedAt: Date): string | undefined {
  if (!event.type.startsWith("session.")) return undefined;
  return timeline?.frames.find((frame) => frame.receivedAt.getTime() === receivedAt.getTime())?.ref;
}

/** What is worth a mark on the chart; what only goes on is its states. */
function glyphOf(event: DomainEvent): GlyphName | undefined {
  switch (event.type) {
    case "session.started":
      return "plugged-in";
    case "session.ended":
      return event.endedBy === "assumed" ? "unproven" : "unplug";
    case "station.disconnected":
      return "offline";
    case "station.booted":
      return "lamp-on";
    case "connector.faulted":
      return "faulted";
    case "command.changed":
      return glyphOfState[commandState(event)];
    default:
      return undefined;
  }
}

const glyphOfState: Partial<Record<CommandState, GlyphName>> = {
  sent: "sent",
  confirmed: "confirmed",
  unproven: "unproven",
  rejected: "failed",
  error: "failed",
  unsupported: "failed",
  "no-answer": "failed",
};

type Said = Pick<SessionEvent, "who" | "text" | "note">;

/** Says what happened at a station in words; nothing for what is only on its way. */
export function useEventWords() {
  const t = useTranslations("happened");
  const states = useTranslations("connector.state");
  const attentions = useTranslations("sessions.attention");
  const commands = useTranslations("command");
  const format = useFormatter();

  return useMemo(() => {
    const kWh = (energyWh: number) =>
      format.number(energyWh / 1000, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return (event: DomainEvent): Said | undefined => {
      switch (event.type) {
        case "station.connected":
          return { who: "station", text: t("connected"), note: t("version", { version: event.version }) };
        case "station.disconnected":
          return {
            who: "station",
            text: t("disconnected"),
            note: t("closed", { code: event.closeCode, reason: event.closeReason }),
          };
        case "station.booted":
          return {
            who: "station",
            text: event.reason ? t("bootedBecause", { reason: spellOut(event.reason) }) : t("booted"),
            note: event.firmwareVersion && t("firmware", { version: event.firmwareVersion }),
          };
        case "connector.faulted":
          return {
            who: "station",
            text: t("faulted", { cause: event.errorCode ? spellOut(event.errorCode) : t("noCause") }),
            note: event.errorInfo,
          };
        case "connector.available":
        case "connector.occupied":
        case "connector.reserved":
        case "connector.unavailable":
        case "connector.activity": {
          if (event.evse === 0) return undefined;
          const status = event.type === "connector.activity" ? event.status : statusOf[event.type];
          return {
            who: "station",
            text: states(connectorState({ status, activity: event.activity, connected: true })),
          };
        }
        case "session.started":
          return {
            who: event.token ? "driver" : "station",
            text: t("started"),
            note: event.token && t("withToken", { token: event.token }),
          };
        case "session.updated":
          if (event.activity) {
            const state = connectorState({ status: "occupied", activity: event.activity, connected: true });
            return { who: "station", text: states(state) };
          }
          return event.token ? { who: "driver", text: t("token", { token: event.token }) } : undefined;
        case "session.ended":
          return {
            who: event.endedBy === "assumed" ? "us" : "station",
            text:
              event.endedBy === "assumed"
                ? t("endAssumed")
                : event.reason
                  ? t("endedBecause", { reason: spellOut(event.reason) })
                  : t("ended"),
            note: event.energyWh === undefined ? undefined : t("energy", { energy: kWh(event.energyWh) }),
          };
        case "session.attention":
          if (event.attention.length === 0) return undefined;
          return { who: "us", text: event.attention.map((one) => attentions(one)).join(", ") };
        case "command.changed": {
          const state = commandState(event);
          // On its way it is only a matter of moments; what became of it stays.
          if (!isSettled(state) && state !== "sent") return undefined;
          return {
            who: "operator",
            text: t("command", {
              what: atHead(commands(`kind.${event.commandType}`)),
              state: commands(`state.${state}`),
            }),
            note: event.detail,
          };
        }
        default:
          return undefined;
      }
    };
  }, [t, states, attentions, commands, format]);
}

const statusOf = {
  "connector.available": "available",
  "connector.occupied": "occupied",
  "connector.reserved": "reserved",
  "connector.unavailable": "unavailable",
} as const;
