import { z } from "zod";
import { keyCreation } from "../../api-keys/keys";
import { answered, type Route, route } from "../route";
import { apiKey, toApiKey } from "../schemas/api-key";
import { flagInText, number, numberInText, pageOf, paging, timeInText, toPage } from "../schemas/shared";

const tag = "API keys";
const { name, permissions } = keyCreation.shape;

export const apiKeys: readonly Route[] = [
  route({
    method: "GET",
    path: "/api-keys",
    tag,
    operation: "listApiKeys",
    summary: "Keys, newest first",
    permissions: ["apikeys.view"],
    query: z.strictObject({
      ...paging(200),
      revoked: flagInText.optional().describe("Also those that open nothing any more."),
    }),
    answers: { 200: { about: "A page of keys, without the keys themselves.", schema: pageOf(apiKey) } },
    async handle({ query, procedures }) {
      return toPage(await procedures.keys.list(query), toApiKey);
    },
  }),
  route({
    method: "POST",
    path: "/api-keys",
    tag,
    operation: "createApiKey",
    summary: "Make a key",
    about:
      "It belongs to the same person as the key that makes it, may do nothing that that one may not, does not expire " +
      "later, and is revoked with it.",
    permissions: ["apikeys.write"],
    body: z.strictObject({ name, permissions, expiresAt: timeInText.optional() }),
    answers: {
      201: {
        about: "The key, shown here and never again.",
        schema: z.object({ id: number, key: z.string() }).meta({ id: "NewApiKey" }),
      },
    },
    problems: ["refused"],
    async handle({ body: { expiresAt, ...facts }, procedures }) {
      const expiry = expiresAt === undefined ? undefined : new Date(expiresAt);
      return answered(201, await procedures.keys.create({ ...facts, expiresAt: expiry }));
    },
  }),
  route({
    method: "DELETE",
    path: "/api-keys/{id}",
    tag,
    operation: "revokeApiKey",
    summary: "Revoke a key, and every key that it made",
    permissions: ["apikeys.write"],
    params: z.strictObject({ id: numberInText }),
    answers: { 204: { about: "It opens nothing any more." } },
    problems: ["not-found", "conflict", "refused"],
    async handle({ params, procedures }) {
      await procedures.keys.revoke(params);
      return answered(204);
    },
  }),
];
