import { z } from "zod";
import { tokenTerms } from "../../tokens/change";
import { consequences } from "../../tokens/consequences";
import { tokenAddition, tokenList } from "../../tokens/tokens";
import { answered, type Route, route } from "../route";
import { numberInText, pageOf, paging, timeInText, toPage } from "../schemas/shared";
import { token, toToken } from "../schemas/token";

const tag = "Tokens";
const ofToken = z.strictObject({ id: numberInText });
const { value, kind, group, note, maxSessions, places, connectorTypes, priority, message, language } =
  tokenAddition.shape;
const { maxEnergyWh, maxSeconds, maxCost } = tokenAddition.shape;
const { status } = tokenTerms.shape;
const revoking = consequences.shape;
const dateOf = (text: string | null | undefined) => (text ? new Date(text) : text === null ? null : undefined);

export const tokens: readonly Route[] = [
  route({
    method: "GET",
    path: "/tokens",
    tag,
    operation: "listTokens",
    summary: "Tokens in the order of their letters",
    permissions: ["tokens.view"],
    query: z.strictObject({
      ...paging(500),
      text: z.string().trim().max(200).optional(),
      status,
      kind: tokenList.shape.kind,
      group: tokenList.shape.group,
    }),
    answers: { 200: { about: "A page of tokens.", schema: pageOf(token) } },
    async handle({ query, procedures }) {
      return toPage(await procedures.tokens.list(query), toToken);
    },
  }),
  route({
    method: "POST",
    path: "/tokens",
    tag,
    operation: "createToken",
    summary: "Make a token known",
    permissions: ["tokens.write", "tokens.view"],
    body: z.strictObject({
      value,
      kind,
      group,
      note,
      maxSessions,
      maxEnergyWh,
      maxSeconds,
      maxCost,
      places,
      connectorTypes,
      priority,
      message,
      language,
      validFrom: timeInText.optional(),
      expiresAt: timeInText.optional(),
    }),
    answers: { 201: { about: "The token.", schema: token } },
    problems: ["conflict"],
    async handle({ body: { expiresAt, validFrom, ...facts }, procedures }) {
      const made = await procedures.tokens.add({
        ...facts,
        validFrom: dateOf(validFrom) ?? undefined,
        expiresAt: dateOf(expiresAt) ?? undefined,
      });
      return answered(201, toToken(await procedures.tokens.byId(made)));
    },
  }),
  route({
    method: "GET",
    path: "/tokens/{id}",
    tag,
    operation: "getToken",
    summary: "One token",
    permissions: ["tokens.view"],
    params: ofToken,
    answers: { 200: { about: "The token.", schema: token } },
    problems: ["not-found"],
    async handle({ params, procedures }) {
      return answered(200, toToken(await procedures.tokens.byId(params)));
    },
  }),
  route({
    method: "PATCH",
    path: "/tokens/{id}",
    tag,
    operation: "updateToken",
    summary: "Change what is known of a token",
    about: "What is left out stays as it is; null takes it away. A token's value and kind never change.",
    permissions: ["tokens.write", "tokens.view"],
    params: ofToken,
    body: z.strictObject({
      group: group.nullable(),
      note: note.nullable(),
      maxSessions: maxSessions.nullable(),
      maxEnergyWh: maxEnergyWh.nullable(),
      maxSeconds: maxSeconds.nullable(),
      maxCost: maxCost.nullable(),
      places: places.nullable(),
      connectorTypes,
      priority: priority.nullable(),
      message: message.nullable(),
      language: language.nullable(),
      status,
      validFrom: timeInText.nullable().optional(),
      expiresAt: timeInText.nullable().optional(),
      ...revoking,
    }),
    answers: { 200: { about: "The token as it is now.", schema: token } },
    problems: ["not-found"],
    async handle({ params, body: { expiresAt, validFrom, ...facts }, procedures }) {
      await procedures.tokens.change({
        ...params,
        ...facts,
        validFrom: dateOf(validFrom),
        expiresAt: dateOf(expiresAt),
      });
      return answered(200, toToken(await procedures.tokens.byId(params)));
    },
  }),
  route({
    method: "DELETE",
    path: "/tokens/{id}",
    tag,
    operation: "deleteToken",
    summary: "Forget a token",
    about: "Whoever presents it is a stranger from then on.",
    permissions: ["tokens.write"],
    params: ofToken,
    answers: { 204: { about: "It is forgotten." } },
    problems: ["not-found"],
    async handle({ params, procedures }) {
      await procedures.tokens.remove(params);
      return answered(204);
    },
  }),
  standing("block", "Block a token: it starts nothing from now on"),
  standing("unblock", "Let a blocked token charge again"),
];

function standing(verb: "block" | "unblock", summary: string): Route {
  return route({
    method: "POST",
    path: `/tokens/{id}/${verb}`,
    tag,
    operation: `${verb}Token`,
    summary,
    permissions: ["tokens.write", "tokens.view"],
    params: ofToken,
    answers: { 200: { about: "The token as it is now.", schema: token } },
    problems: ["not-found"],
    async handle({ params, procedures }) {
      await procedures.tokens[verb](params);
      return answered(200, toToken(await procedures.tokens.byId(params)));
    },
  });
}
