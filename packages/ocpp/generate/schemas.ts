import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** A JSON schema as far as we look into it. */
export type Schema = { [keyword: string]: unknown; definitions?: Record<string, Schema> };

/** The schemas of one action; an action that is sent without ever being answered has no response. */
export type Message = { action: string; request: Schema; response?: Schema };

const require = createRequire(import.meta.url);
const files = {
  "1.6": require.resolve("ocpp-rpc/lib/schemas/ocpp1_6.json"),
  "2.0.1": require.resolve("ocpp-rpc/lib/schemas/ocpp2_0_1.json"),
  "2.1": require.resolve("ocpp-rpc/lib/schemas/ocpp2_1.json"),
};

/** The schemas of a version, sorted by action, from the pinned schema package. */
export async function readMessages(version: keyof typeof files): Promise<Message[]> {
  // The package's own file: its shape is asserted by the counts in test/generated.test.ts.
  const schemas = JSON.parse(await readFile(files[version], "utf8")) as (Schema & { $id: string })[];

  const messages = new Map<string, Message>();
  for (const { $id, $schema: _, comment: _comment, ...schema } of schemas) {
    const { action, part } = nameOf($id);
    const message = messages.get(action) ?? { action, request: {} };
    messages.set(action, { ...message, [part]: schema });
  }
  return [...messages.values()].sort((a, b) => (a.action < b.action ? -1 : 1));
}

// urn:Heartbeat.req and urn:Heartbeat.conf; in 2.1 urn:HeartbeatRequest, urn:HeartbeatResponse and, for SEND, urn:Name.
function nameOf(id: string): { action: string; part: "request" | "response" } {
  const [, action, kind] = /^urn:(.*?)(\.req|\.conf|Request|Response)?$/.exec(id) ?? [];
  if (!action) throw new Error(`The schema package holds a schema with an unexpected name: ${id}`);
  return { action, part: kind === ".conf" || kind === "Response" ? "response" : "request" };
}
