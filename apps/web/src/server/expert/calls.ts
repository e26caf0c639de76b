import { type CallDescription, callsOf } from "@chargehand/ocpp/request-schemas";
import type { Version } from "@chargehand/ocpp/version";
import type { CallView } from "../../features/expert/call-view";
import type { Context } from "../context";
import { NotFound, Refused } from "../errors";
import { exampleCall } from "./example-call";
import { stationFacts } from "./station-facts";

/** A call as the bench shows it: its schema for the form, and an example that may be sent as it is. */
export interface BenchCall extends CallDescription {
  action: string;
  version: Version;
  example: object;
}

/** Everything that a station can be sent, in the words of its version. */
export async function listCalls(context: Pick<Context, "pool">, station: number): Promise<CallView[]> {
  const calls = await callsOf(await versionOf(context, station));
  return Object.entries(calls).map(([action, { block, purpose }]) => ({ action, block, purpose }));
}

/** One of them, for this station. */
export async function callOf(
  context: Pick<Context, "pool" | "clock">,
  { station, action }: { station: number; action: string },
): Promise<BenchCall> {
  const version = await versionOf(context, station);
  const [calls, facts] = await Promise.all([callsOf(version), stationFacts(context, station)]);
  const call = Object.hasOwn(calls, action) ? calls[action] : undefined;
  if (!call) throw new NotFound(`OCPP ${version} has no ${action.slice(0, 50)} that a station could be sent.`);
  return { ...call, action, version, example: exampleCall(version, action, call.schema, facts) };
}

/** The version a station speaks, or spoke last. */
export async function versionOf({ pool }: Pick<Context, "pool">, station: number): Promise<Version> {
  const { rows } = await pool.query<{ version: Version | null }>("SELECT version FROM station WHERE id = $1", [
    station,
  ]);
  if (!rows[0]) throw new NotFound(`There is no station number ${station}.`);
  if (rows[0].version === null) throw new Refused("The station has never connected, so its version is unknown.");
  return rows[0].version;
}
