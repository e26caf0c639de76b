import { approvals } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import { containing, type SqlParameters } from "../sql";
import { shownStateSql, shownStates } from "./shown-state";

export const ocppVersions = ["1.6", "2.0.1", "2.1"] as const;

/** Which stations are meant; every part narrows it. */
export const stationFilter = z.object({
  /** Words that all must be found in the names of the station, its maker, its firmware or its site. */
  text: z.string().trim().max(200).optional(),
  states: z.array(z.enum(shownStates)).max(shownStates.length).optional(),
  versions: z.array(z.enum(ocppVersions)).max(ocppVersions.length).optional(),
  /** `null` stands for stations without a site. */
  sites: z.array(z.int().nullable()).max(200).optional(),
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
    site: sites ? siteSql(sites, parameters) : "TRUE",
  };
}

const haystack = `lower(concat_ws(' ', s.identity, s.name, s.vendor, s.model, s.serial_number, s.firmware_version, site.name))`;

// A disconnected station is offline whether or not it ever named a connector.
const stateSql = (states: NonNullable<StationFilter["states"]>, parameters: SqlParameters) =>
  `CASE WHEN NOT s.connected THEN ${states.includes("offline")}
   ELSE EXISTS (SELECT FROM connector c WHERE c.station_id = s.id AND ${shownStateSql} = ANY(${parameters.add(states)})) END`;

const siteSql = (sites: (number | null)[], parameters: SqlParameters) => {
  const known = `s.site_id = ANY(${parameters.add(sites.filter((id) => id !== null))}::int[])`;
  return sites.includes(null) ? `(${known} OR s.site_id IS NULL)` : known;
};
