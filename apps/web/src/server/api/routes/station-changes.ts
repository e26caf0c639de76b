import { z } from "zod";
import { stationIdOf } from "../../stations/id-of";
import { answered, type Route, route } from "../route";
import { number } from "../schemas/shared";
import { credentials, toCredentials } from "../schemas/station";
import { newStation, ofStation } from "./stations";

const tag = "Stations";

/** What happens in a station's life: each asks the procedure that the console's button asks. */
export const stationChanges: readonly Route[] = [
  route({
    method: "POST",
    path: "/stations",
    tag,
    operation: "createStation",
    summary: "Take a station into the network before it has ever called",
    about: "The secret is shown in this answer and never again.",
    permissions: ["stations.write"],
    body: newStation,
    answers: { 201: { about: "What to type into the charger.", schema: credentials } },
    problems: ["conflict", "not-found"],
    async handle({ body: { id, ...facts }, procedures }) {
      return answered(201, toCredentials(await procedures.stations.create({ identity: id, ...facts })));
    },
  }),
  route({
    method: "POST",
    path: "/stations/{id}/approve",
    tag,
    operation: "approveStation",
    summary: "Take in a station that came unannounced",
    permissions: ["stations.write"],
    params: ofStation,
    body: z.strictObject({
      credentials: z.enum(["new-secret", "no-password"]),
      name: z.string().trim().max(200).optional(),
      siteId: number.optional(),
    }),
    answers: { 200: { about: "What to type into the charger.", schema: credentials } },
    problems: ["unknown-station", "conflict", "not-found"],
    async handle({ params, body, context, procedures }) {
      const id = await stationIdOf(context, params.id);
      return answered(200, toCredentials(await procedures.stations.approve({ id, ...body })));
    },
  }),
  route({
    method: "POST",
    path: "/stations/{id}/refuse",
    tag,
    operation: "refuseStation",
    summary: "Send a waiting station away",
    permissions: ["stations.write"],
    params: ofStation,
    answers: { 204: { about: "It is refused." } },
    problems: ["unknown-station", "refused"],
    async handle({ params, context, procedures }) {
      await procedures.stations.refuse({ id: await stationIdOf(context, params.id) });
      return answered(204);
    },
  }),
  route({
    method: "POST",
    path: "/stations/{id}/secret",
    tag,
    operation: "renewSecret",
    summary: "Give a station a new secret",
    about: "The old one stops opening the door at once; a connection that stands goes on.",
    permissions: ["stations.write"],
    params: ofStation,
    answers: { 200: { about: "What to type into the charger.", schema: credentials } },
    problems: ["unknown-station"],
    async handle({ params, context, procedures }) {
      const id = await stationIdOf(context, params.id);
      return answered(200, toCredentials(await procedures.stations.newSecret({ id })));
    },
  }),
  route({
    method: "POST",
    path: "/stations/{id}/replace-hardware",
    tag,
    operation: "replaceHardware",
    summary: "Put another machine in a station's place",
    about:
      "The new machine gets a secret of its own. Sessions, commands and messages stay; what was true of the old hardware " +
      "(maker, model, serial number, firmware, connectors, variables) is forgotten, and its serial number is in the audit.",
    permissions: ["stations.write"],
    params: ofStation,
    answers: { 200: { about: "What to type into the new machine.", schema: credentials } },
    problems: ["unknown-station", "refused"],
    async handle({ params, context, procedures }) {
      const id = await stationIdOf(context, params.id);
      return answered(200, toCredentials(await procedures.stations.replaceHardware({ id })));
    },
  }),
  route({
    method: "POST",
    path: "/stations/{id}/retire",
    tag,
    operation: "retireStation",
    summary: "Take a station out of service for good",
    about: "Its connection is closed and it is not let in again; its history stays.",
    permissions: ["stations.write"],
    params: ofStation,
    answers: { 204: { about: "It is retired." } },
    problems: ["unknown-station", "refused"],
    async handle({ params, context, procedures }) {
      await procedures.stations.retire({ id: await stationIdOf(context, params.id) });
      return answered(204);
    },
  }),
];
