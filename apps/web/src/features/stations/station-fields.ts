import { approvals } from "@chargehand/domain/vocabulary";
import { connectorStates } from "../connectors/connector-state";
import type { FieldName, Fields } from "../filter/fields";

/** What stations can be filtered by; `server/stations/field-sql.ts` says of each what it means in the database. */
export const stationFields = {
  status: { kind: { is: "one-of", values: connectorStates }, alias: ["state"], isSaidAlone: true },
  site: { kind: { is: "text" } },
  fw: { kind: { is: "version" }, alias: ["firmware"] },
  seen: { kind: { is: "age" } },
  connected: { kind: { is: "one-of", values: ["yes", "no"] }, alias: ["online"] },
  version: { kind: { is: "one-of", values: ["1.6", "2.0.1", "2.1"] }, alias: ["ocpp"] },
  vendor: { kind: { is: "text" }, alias: ["maker"] },
  model: { kind: { is: "text" } },
  error: { kind: { is: "text" }, alias: ["fault"] },
  power: { kind: { is: "number" }, alias: ["kw"] },
  tag: { kind: { is: "text" } },
  id: { kind: { is: "text" }, alias: ["identity"] },
  serial: { kind: { is: "text" } },
  approval: { kind: { is: "one-of", values: approvals } },
} as const satisfies Fields;

export type StationField = FieldName<typeof stationFields>;
