import type { Controls } from "../../charger/controls";
import type { LogOrder } from "./logs";

/** What stands in a log, line by line. */
export function logText(controls: Controls, order: Pick<LogOrder, "kind" | "from" | "to">): string {
  const { about, identity, now, version } = controls;
  const head = [
    `# ${order.kind} log of ${identity}, written ${new Date(now()).toISOString()}`,
    `# ${about.vendor} ${about.model}, serial ${about.serial}, firmware ${about.firmware}, OCPP ${version}`,
  ];
  const lines = order.kind === "security" ? securityLines(controls, order) : stateLines(controls);
  return `${[...head, ...lines].join("\n")}\n`;
}

function securityLines({ blocks }: Controls, { from = 0, to = Number.POSITIVE_INFINITY }: Partial<LogOrder>): string[] {
  return blocks.logs.securityEntries
    .filter(({ at }) => at >= from && at <= to)
    .map(({ at, type }) => `${new Date(at).toISOString()} ${type}`);
}

/** The station as it is now: its places, and how it is set. */
function stateLines({ charger, settings }: Controls): string[] {
  const places = charger.evses.map((evse) => {
    const { flow, wh } = charger.reading(evse);
    const conditions = evse.connectors.map(({ condition, fault }) => fault ?? condition).join(", ");
    return `evse ${evse.id}: ${conditions}, ${flow.watts.toFixed(0)} W, register ${Math.floor(wh)} Wh`;
  });
  return [...places, ...Object.entries(settings).map(([name, value]) => `setting ${name}: ${value}`)];
}
