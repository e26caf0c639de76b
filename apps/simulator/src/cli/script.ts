import { isJsonObject, type JsonObject } from "../json";
import type { VirtualStation } from "../station";
import type { Clock } from "../time/clock";
import { parseFault } from "./parse-options";

/** What can be typed, with what it does. */
export const steps: Record<string, { usage: string; run: Step } | undefined> = {
  plug: { usage: "plug [evse]", run: ({ station }, [evse]) => station.plugIn(place(evse)) },
  unplug: { usage: "unplug [evse]", run: ({ station }, [evse]) => station.unplug(place(evse)) },
  token: {
    usage: "token <evse> <value>",
    run: async ({ station }, [evse, value = "SIMULATED"]) => `token ${await station.presentToken(place(evse), value)}`,
  },
  fault: { usage: "fault [evse] [code]", run: ({ station }, [evse, code]) => station.fault(place(evse), code) },
  repair: { usage: "repair [evse]", run: ({ station }, [evse]) => station.repair(place(evse)) },
  limit: {
    usage: "limit <evse> [watts]",
    run: ({ station }, [evse, watts]) => station.limit(place(evse), watts === undefined ? undefined : Number(watts)),
  },
  offline: { usage: "offline", run: ({ station }) => station.goOffline() },
  online: { usage: "online", run: ({ station }) => station.goOnline() },
  drop: { usage: "drop", run: ({ station }) => station.dropLine() },
  reboot: { usage: "reboot", run: ({ station }) => station.reboot() },
  order: {
    usage: "order <fault>=<value>",
    run: ({ station }, [fault = ""]) => station.order(parseFault(fault, {})),
  },
  say: {
    usage: "say <action> [payload as JSON]",
    async run({ station }, [action], text) {
      if (action === undefined) throw new Error("which action is to be said?");
      const payload = text.slice(action.length).trim();
      return JSON.stringify(await station.say(action, payload === "" ? undefined : parsePayload(payload)));
    },
  },
  call: {
    usage: "call <action> [payload as JSON]",
    async run({ station }, [action = "Heartbeat"], text) {
      return JSON.stringify(await station.call(action, parsePayload(text.slice(action.length).trim() || "{}")));
    },
  },
  raw: { usage: "raw <text>", run: ({ station }, _words, text) => station.sendRaw(text) },
  wait: {
    usage: "wait <seconds>",
    run: ({ clock }, [seconds]) => new Promise<void>((resolve) => clock.after(Number(seconds) * 1000, resolve)),
  },
  status: { usage: "status", run: ({ station }) => describe(station) },
};

type Context = { station: VirtualStation; clock: Clock };

/** Gets what follows its name, in words and as it was typed. A text that comes of it is shown; anything else is not. */
type Step = (context: Context, words: string[], text: string) => unknown;

/** Does what one line says and tells what came of it. */
export async function runStep(line: string, context: Context): Promise<string | undefined> {
  const [name = "", ...words] = line.trim().split(/\s+/u);
  if (name === "") return undefined;
  const step = steps[name];
  if (!step) {
    const usages = Object.values(steps).map((known) => `  ${known?.usage}`);
    return `unknown: ${name}. What there is:\n${usages.join("\n")}`;
  }
  const told: unknown = await step.run(context, words, line.trim().slice(name.length).trim());
  return typeof told === "string" ? told : undefined;
}

function parsePayload(text: string): JsonObject {
  const payload = parseJson(text);
  if (!isJsonObject(payload)) throw new Error(`a payload is a JSON object, which this is not: ${text}`);
  return payload;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe({ backlog, charger, online, registration }: VirtualStation): string {
  const places = charger.evses.map((evse) => {
    const { flow, wh } = charger.reading(evse);
    const conditions = evse.connectors.map(({ condition }) => condition).join(", ");
    return `  EVSE ${evse.id}: ${conditions}, ${flow.watts.toFixed(0)} W, register ${Math.floor(wh)} Wh`;
  });
  return [`${online ? "online" : "offline"}, boot ${registration}, ${backlog} waiting`, ...places].join("\n");
}

function place(text: string | undefined): number {
  return text === undefined ? 1 : Number(text);
}
