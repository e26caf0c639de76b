import { compile, type JSONSchema } from "json-schema-to-typescript";
import type { Message, Schema } from "./schemas";

/** TypeScript for every message of a version, and the map from action to its request and response. */
export async function typesModule(name: string, messages: Message[]): Promise<string> {
  const definitions: Record<string, Schema> = {};
  for (const { action, request, response } of messages) {
    // One pool for all messages: the schemas repeat their definitions, the types must not.
    Object.assign(definitions, request.definitions, response?.definitions);
    definitions[`${action}Request`] = withoutDefinitions(request);
    if (response) definitions[`${action}Response`] = withoutDefinitions(response);
  }

  const root: JSONSchema = { definitions: definitions as Record<string, JSONSchema>, type: "object" };
  const types = await compile(root, `${name}Definitions`, {
    // What the schemas leave open (customData) stays open; everything else they close themselves.
    additionalProperties: true,
    bannerComment: "",
    format: false,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    unreachableDefinitions: true,
  });

  const called = messages.filter(({ response }) => response);
  const sent = messages.filter(({ response }) => !response);
  return `${types.replaceAll(compilerRemark, "").replaceAll("/**\n */\n", "")}
/** Every action that is called and answered. */
export interface ${name} {
${called.map(({ action }) => `  ${action}: { request: ${action}Request; response: ${action}Response };`).join("\n")}
}

/** Every action that is sent and never answered. */
export interface ${name}Sent {
${sent.map(({ action }) => `  ${action}: ${action}Request;`).join("\n")}
}
`;
}

// The compiler notes at every type how it got there, which tells a reader nothing.
const compilerRemark = / \* This interface was referenced by .*\n \* via the `definition` .*\n/g;

function withoutDefinitions({ definitions: _, ...schema }: Schema): Schema {
  return schema;
}
