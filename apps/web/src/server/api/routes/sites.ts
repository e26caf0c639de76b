import { z } from "zod";
import { siteCreation } from "../../sites/sites";
import { answered, type Route, route } from "../route";
import { number, pageOf, toPage } from "../schemas/shared";

const tag = "Sites";

const site = z
  .object({
    id: number,
    name: z.string(),
    timeZone: z.string(),
    address: z.string().nullable(),
    stations: z.int(),
    connected: z.int(),
    faulted: z.int().describe("Stations with at least one connector out of order."),
    powerW: z.number(),
  })
  .meta({ id: "Site" });

const { name, timeZone, address } = siteCreation.shape;

export const sites: readonly Route[] = [
  route({
    method: "GET",
    path: "/sites",
    tag,
    operation: "listSites",
    summary: "Every site, with how its stations fare",
    permissions: ["sites.view"],
    answers: { 200: { about: "All of them, on one page.", schema: pageOf(site) } },
    async handle({ procedures }) {
      return toPage({ rows: await procedures.sites.list() }, (row) => row);
    },
  }),
  route({
    method: "POST",
    path: "/sites",
    tag,
    operation: "createSite",
    summary: "A new place where stations stand",
    permissions: ["sites.write"],
    body: z.strictObject({ name, timeZone, address }),
    answers: { 201: { about: "The site.", schema: z.object({ id: number, name: z.string() }) } },
    problems: ["conflict"],
    async handle({ body, procedures }) {
      return answered(201, await procedures.sites.create(body));
    },
  }),
];
