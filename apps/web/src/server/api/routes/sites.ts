import { z } from "zod";
import { siteCreation } from "../../sites/change";
import { answered, type Route, route } from "../route";
import { number, pageOf, paging, toPage } from "../schemas/shared";

const tag = "Sites";

const site = z
  .object({
    id: number,
    name: z.string(),
    timeZone: z.string(),
    address: z.string().nullable(),
  })
  .meta({ id: "Site" });

const { name, timeZone, address } = siteCreation.shape;

export const sites: readonly Route[] = [
  route({
    method: "GET",
    path: "/sites",
    tag,
    operation: "listSites",
    summary: "Sites by their names",
    permissions: ["sites.view"],
    query: z.strictObject(paging(500)),
    answers: { 200: { about: "A page of sites.", schema: pageOf(site) } },
    async handle({ query, procedures }) {
      return toPage(await procedures.sites.page(query), (row) => row);
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
