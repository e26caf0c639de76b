import type { Charger } from "./charger";
import type { RemoteStart } from "./controls";
import type { Evse } from "./evse";

/** The EVSE a remote start is for: the one named, else one where a car waits, else one that is free. */
export function evseFor(charger: Charger, { evse: id }: Pick<RemoteStart, "evse">): Evse | undefined {
  const able = charger.evses.filter((evse) => charger.isOperative(evse) && !evse.authorisation && !isDone(evse));
  if (id !== undefined) return able.find((evse) => evse.id === id);
  return able.find(({ pluggedInto }) => pluggedInto) ?? able[0];
}

/** Somebody is authorised and charging: nothing can start there. */
function isDone({ transaction, authorisation }: Evse): boolean {
  return transaction !== undefined && authorisation !== undefined;
}
