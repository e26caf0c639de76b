import { approvals } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import { connectorStates } from "../../features/connectors/connector-state";
import { containing, type SqlParameters } from "../sql";
import { shownStateSql } from "./shown-state";

export const ocppVersions = ["1.6", "2.0.1", "2.1"] as const;

/** Which stations are meant; every part narrows it. */
export const stationFilter = z.object({
  /** Words that all must be found in the names of the station, its maker, its firmware or its site. */
  text: z.string().trim().max(200).optional(),
  states: z.array(z.enum(connectorStates)).max(connectorStates.length).optional(),
  versions: z.array(z.enum(ocppVersions)).max(ocppVersions.length).optional(),
  /** By name, as they stand in an address. */
  sites: z.array(z.string().max(200)).max(200).optional(),
  approvals: z.array(z.enum(approvals)).max(approvals.length).default(["approved"]),
});
export type StationFilter = z.output<typeof stationFilter>;

/** The conditions of a filter over station `s` and its site, each apart, so that counts can leave their own one out. */
export function filterSql({ text, states, versions, sites, approvals }: StationFilter, parameters: SqlParameters) {
  const words = text ? text.split(/\s+/) : [];
  return {
    always: [
      `s.approval = ANY(${parameters.add(approvals)})`,
      ...words.map((word) => `${haystack} LIKE ${parameters.add(containing(word))}`),
    ].join(" AND "),
    state: states ? stateSql(states, parameters) : "TRUE",
    version: versions ? `s.version = ANY(${parameters.add(versions)})` : "TRUE",
    site: sites ? `coalesce(site.name = ANY(${parameters.add(sites)}), FALSE)` : "TRUE",
  };
}

const haystack = `lower(concat_ws(' ', s.identity, s.name, s.vendor, s.model, s.serial_number, s.firmware_version, site.name))`;

// A disconnected station is offline whether or not it ever named a connector.
const stateSql = (states: NonNullable<StationFilter["states"]>, parameters: SqlParameters) =>
  `CASE WHEN NOT s.connected THEN ${states.includes("offline")}
   ELSE EXISTS (SELECT FROM connector c WHERE c.station_id = s.id AND ${shownStateSql} = ANY(${parameters.add(states)})) END`;
