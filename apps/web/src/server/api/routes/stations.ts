import { approvals } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import { connectorStates } from "../../../features/connectors/connector-state";
import { writeFilter } from "../../../features/filter/filter";
import type { StationField } from "../../../features/stations/station-fields";
import { stationCreation } from "../../stations/changes";
import { ocppVersions } from "../../stations/filter";
import { stationIdOf } from "../../stations/id-of";
import { answered, type Route, route } from "../route";
import { flagInText, number, pageOf, paging, several, toPage } from "../schemas/shared";
import { station, stationDetail, toStation, toStationDetail } from "../schemas/station";

/** A station in an address. */
export const ofStation = z.strictObject({ id: z.string().max(255).describe("The station's name on the wire.") });

const tag = "Stations";
const name = z.string().trim().max(200);

export const stations: readonly Route[] = [
  route({
    method: "GET",
    path: "/stations",
    tag,
    operation: "listStations",
    summary: "Stations, as the console's list shows them",
    permissions: ["stations.view"],
    query: z.strictObject({
      ...paging(500),
      text: z.string().trim().max(200).optional().describe("Words of its names, its maker, firmware or site."),
      state: several(z.enum(connectorStates)).describe("What one of its connectors shows; more than once for any."),
      version: several(z.enum(ocppVersions)),
      site: several(z.string().max(200)).describe("By name."),
      approval: several(z.enum(approvals)).describe("Only approved ones when it is left out."),
      filter: z
        .string()
        .max(2_000)
        .optional()
        .describe('In the words of the console\'s filter: `fw:<1.8.2 seen:>10m -vendor:"Acme"`; narrows further.'),
      descending: flagInText.optional().describe("They go by their names on the wire."),
    }),
    answers: { 200: { about: "A page of stations.", schema: pageOf(station) } },
    async handle({ query: { text, state, version, site, approval, filter = "", ...window }, procedures }) {
      const q = writeFilter({
        parts: partsOf({ status: state, version, site, approval }),
        words: (text?.split(/\s+/) ?? []).map((word) => ({ text: word, not: false })),
      });
      return toPage(await procedures.stations.list({ q: `${q} ${filter}`, ...window }), toStation);
    },
  }),
  route({
    method: "GET",
    path: "/stations/{id}",
    tag,
    operation: "getStation",
    summary: "One station with its connectors",
    permissions: ["stations.view"],
    params: ofStation,
    answers: { 200: { about: "The station.", schema: stationDetail } },
    problems: ["unknown-station"],
    async handle({ params: { id }, procedures }) {
      return answered(200, toStationDetail(await procedures.stations.byIdentity({ identity: id })));
    },
  }),
  route({
    method: "PATCH",
    path: "/stations/{id}",
    tag,
    operation: "updateStation",
    summary: "Change what people call a station and where it stands",
    about: "What is left out stays as it is. Its name on the wire never changes.",
    permissions: ["stations.write", "stations.view"],
    params: ofStation,
    body: z.strictObject({
      name: name.nullable().optional().describe("Empty or null takes the name away."),
      siteId: number.nullable().optional(),
    }),
    answers: { 200: { about: "The station as it is now.", schema: stationDetail } },
    problems: ["unknown-station", "not-found"],
    async handle({ params, body, context, procedures }) {
      const id = await stationIdOf(context, params.id);
      await procedures.stations.rename({ id, name: body.name === null ? "" : body.name, siteId: body.siteId });
      return answered(200, toStationDetail(await procedures.stations.byIdentity({ identity: params.id })));
    },
  }),
];

/** Parameters as parts of a filter; what was left out narrows nothing. */
const partsOf = (said: Partial<Record<StationField, string[]>>) =>
  Object.entries(said).flatMap(([field, values = []]) =>
    values.length === 0 ? [] : [{ field, not: false, compare: "is" as const, values }],
  );

/** What can be said of a station before it has ever called. */
export const newStation = z.strictObject({
  id: stationCreation.shape.identity,
  name: name.optional(),
  siteId: number.optional(),
  assumedVersion: z.enum(ocppVersions).optional().describe("Spoken when the station names no version itself."),
  passwordless: z.boolean().default(false),
});
