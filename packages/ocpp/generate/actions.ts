import { readTable } from "./csv";

const senders = { "CS->CSMS": "station", "CSMS->CS": "csms", both: "both" } as const;

/** A TypeScript module that says who sends which action, from data/actions.csv. */
export async function actionsModule(): Promise<string> {
  const versions: Record<string, string[]> = {};
  for (const { version = "", action, direction = "" } of await readTable("actions.csv")) {
    if (!isDirection(direction)) throw new Error(`data/actions.csv says no direction for ${action} of ${version}`);
    // 1.2 and 1.5 are spoken over SOAP only, which we do not speak.
    if (version.endsWith("-SOAP")) continue;
    // The security extension of 1.6 is spoken under the same subprotocol as 1.6.
    const spoken = version.replace("-security", "");
    versions[spoken] = [...(versions[spoken] ?? []), `    ${action}: "${senders[direction]}",`];
  }

  const tables = Object.entries(versions).map(
    ([version, lines]) => `  "${version}": {\n${lines.sort().join("\n")}\n  },`,
  );
  return `/** Who sends an action, by version. */\nexport const senders = {\n${tables.join("\n")}\n} as const;\n`;
}

function isDirection(text: string): text is keyof typeof senders {
  return Object.hasOwn(senders, text);
}
