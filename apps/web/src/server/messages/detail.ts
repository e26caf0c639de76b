import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { type FieldMeaning, meaningsOf } from "@chargehand/ocpp/fields";
import { payloadLines, payloadOf } from "../../features/messages/payload";
import { violationsOf } from "./violations";

/** What can be said of a call and its answer beyond their texts. */
export interface Explained {
  violations: readonly { path: string; text: string }[];
  /** What their fields mean, by the paths at which they stand. */
  meanings: Readonly<Record<"call" | "reply", Readonly<Record<string, FieldMeaning>>>>;
}

/** Explains a call and its answer by the schemas of the version they were said in. */
export async function explained(
  version: OcppVersion | undefined,
  action: string | null,
  { call, reply }: { call: string; reply: string | undefined },
): Promise<Explained> {
  if (version === undefined || action === null) return { violations: [], meanings: { call: {}, reply: {} } };
  const [request, response] = await Promise.all([
    meaningsOf(version, action, "request"),
    meaningsOf(version, action, "response"),
  ]);
  return {
    violations: violationsOf(version, action, call),
    meanings: { call: ofFrame(call, request), reply: reply === undefined ? {} : ofFrame(reply, response) },
  };
}

/** Only what is needed to read this frame. */
const ofFrame = (frame: string, meanings: ReadonlyMap<string, FieldMeaning>) =>
  Object.fromEntries(
    payloadLines(payloadOf(frame)).flatMap(({ path, name }) => {
      const meaning = meanings.get(name.replaceAll(/\[\d+\]/g, ""));
      return meaning ? [[path, meaning]] : [];
    }),
  );
