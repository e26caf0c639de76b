import type { Controls } from "../charger/controls";
import type { Connector, Evse } from "../charger/evse";
import type { JsonObject } from "../json";
import type { Message } from "../wire/outbox";
import type { Dialect } from "./dialect";

/** What a saying is made from: the station, and the words of its version. */
export type Speaker = { controls: Controls; dialect: Dialect };

/** What an action would carry if the station said it now. */
export type Saying = (speaker: Speaker) => JsonObject | Promise<JsonObject>;

/** How to make a payload for an action: from the station's state, the rest an example. Throws if it is none of its own. */
export function sayingOf(action: string, speaker: Speaker): () => ReturnType<Saying> {
  const { sayings } = speaker.dialect;
  const saying = Object.hasOwn(sayings, action) ? sayings[action] : undefined;
  if (!saying) {
    const all = Object.keys(sayings).toSorted().join(", ");
    throw new Error(`A station of OCPP ${speaker.controls.version} never says ${action}. It says: ${all}`);
  }
  return () => saying(speaker);
}

/** What the first of some messages would carry. */
export function payloadOf([message]: Message[]): JsonObject {
  return message?.build(false) ?? {};
}

/** What it would carry if the station told it now, which it does not do here. */
export async function toldBy(
  controls: Controls,
  tell: (controls: Controls) => void | Promise<void>,
): Promise<JsonObject> {
  const told: Message[] = [];
  await tell({ ...controls, post: (message) => told.push(message) });
  return payloadOf(told);
}

/** Where something goes on, else the first place there is. */
export function placeOf({ charger }: Controls): { evse: Evse; connector: Connector } {
  const evse = charger.evses.find(({ transaction }) => transaction) ?? charger.evses[0];
  const connector = evse?.pluggedInto ?? evse?.connectors[0];
  if (!evse || !connector) throw new Error("A station without connectors has nothing to say about them");
  return { evse, connector };
}

/** Who charges now, else an example. */
export function tokenOf(controls: Controls) {
  return placeOf(controls).evse.transaction?.token ?? { value: "SIMULATED", kind: "ISO14443" };
}
