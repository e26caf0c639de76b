import { type CommandOf, type CommandType, Unsupported } from "@chargehand/domain/command";
import { senderOf } from "./actions";
import type { AnyInbound, Dialect, Effect, OutboundContext, Speech, WireCall } from "./dialect";
import { effects2 } from "./ocpp2/effects";
import { inbound21, inbound201 } from "./ocpp2/inbound";
import { speech21, speech201 } from "./ocpp2/speech";
import { effects16 } from "./ocpp16/effects";
import { inbound16 } from "./ocpp16/inbound";
import { speech16 } from "./ocpp16/speech";
import type { Version } from "./version";

/** How the gateway speaks with a station of each version. 2.0.1 and 2.1 are one dialect. */
export const dialects: Record<Version, Dialect> = {
  "1.6": dialect("1.6", { inbound: inbound16, speech: speech16, effects: effects16 }),
  "2.0.1": dialect("2.0.1", { inbound: inbound201, speech: speech201, effects: effects2 }),
  "2.1": dialect("2.1", { inbound: inbound21, speech: speech21, effects: effects2 }),
};

// Within the tables every entry is typed for its own action; here they are looked up by a name from the wire, after
// the payload has been checked against that action's schema.
interface Tables {
  inbound: Readonly<Record<string, AnyInbound<never>>>;
  speech: Speech;
  effects: Readonly<Record<string, Effect<never, never>>>;
}

function dialect(version: Version, { inbound, speech, effects }: Tables): Dialect {
  // 2.0.1 has no more of the shared tables than its own actions.
  const known = <Entry>(table: Readonly<Record<string, Entry>>): ReadonlyMap<string, Entry> =>
    new Map(Object.entries(table).filter(([action]) => senderOf(version, action) !== undefined));
  const adapters = known<AnyInbound>(inbound);
  const meanings = known<Effect<unknown, unknown>>(effects);
  return {
    inbound: (action) => adapters.get(action),
    build: (command, context) => say(speech, command, context),
    effect: (action) => meanings.get(action),
  };
}

function say<T extends CommandType>(
  speech: Speech,
  command: CommandOf<T> & { type: T },
  context: OutboundContext,
): WireCall {
  const entry = speech[command.type];
  if ("wordless" in entry) throw new Unsupported(entry.wordless);
  return entry(command, context);
}
