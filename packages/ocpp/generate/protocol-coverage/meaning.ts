import { readdirSync, readFileSync } from "node:fs";
import type { ProofPlan } from "@chargehand/domain/proof";
import { dialects } from "../../src/dialects";
import type { Version } from "../../src/version";

/** A call from the written conversations, and what it was answered. */
export interface Example {
  action: string;
  request: object;
  response: unknown;
}

/** The calls in the conversations of a version: what the tables say is asked of the tables, by example. */
export function examplesOf(version: Version): Example[] {
  const folder = new URL(`../../fixtures/${version}/`, import.meta.url);
  return readdirSync(folder).flatMap((file) => {
    const frames: [number, string, ...unknown[]][] = readFileSync(new URL(file, folder), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).frame);
    const answers = new Map(frames.flatMap(([type, id, payload]) => (type === 3 ? [[id, payload]] : [])));
    return frames.flatMap(([type, id, action, payload]) =>
      type === 2 || type === 6 ? [{ action: String(action), request: Object(payload), response: answers.get(id) }] : [],
    );
  });
}

/** What a station's message becomes here, and what it is answered where nothing but the message decides it. */
export function inboundMeaning(version: Version, action: string, examples: readonly Example[]): string {
  const adapter = dialects[version].inbound(action);
  if (!adapter) throw new Error(`${action} of ${version} has no adapter`);
  const context = { receivedAt: new Date(0), note: () => {} };
  const reports = new Set(
    examples.filter((one) => one.action === action).map(({ request }) => adapter.toReport(request, context).type),
  );
  const [example] = examples.filter((one) => one.action === action);
  const answer = reports.has("asked") ? statusIn(example?.response) : undefined;
  const meanings = [...reports].filter((type) => type !== "asked").map(code);
  const known = reports.has("asked") ? [`answered with what is known${answer ? `: ${code(answer)}` : ""}`] : [];
  return [...meanings, ...known].join(", ");
}

/** What an answer to our call brings, beside itself. */
export function outboundMeaning(version: Version, action: string, examples: readonly Example[]): string {
  const effect = dialects[version].effect(action);
  const facts = examples
    .filter((one) => one.action === action)
    .flatMap(({ request, response }) => effect?.toReports?.(request, response) ?? [])
    .map(({ type }) => code(type));
  return ["answer", ...new Set(facts)].join(", ");
}

/** What proves a call of ours, or why nothing does. */
export function proofOf(version: Version, action: string, examples: readonly Example[]): string {
  const effect = dialects[version].effect(action);
  if (!effect) throw new Error(`${action} of ${version} has no effect`);
  if (effect.unprovable !== undefined) return `none: ${effect.unprovable}`;
  const plans = examples.filter((one) => one.action === action).map(({ request }) => effect.proof?.(request));
  const plan = plans.find((one) => one !== undefined);
  if (!plan) throw new Error(`no conversation shows what proves ${action} of ${version}`);
  return inWords(plan);
}

function inWords({ watch, probe }: ProofPlan): string {
  const what = "of" in watch && watch.of !== undefined ? ` of ${watch.of}` : "";
  const readBack = probe ? `, asked for by ${code(probe.type === "raw" ? probe.action : probe.type)}` : "";
  return `${code(watch.for)}${what}${readBack}`;
}

function statusIn(answer: unknown): string | undefined {
  const status = typeof answer === "object" && answer !== null && "status" in answer ? answer.status : undefined;
  return typeof status === "string" ? status : undefined;
}

const code = (text: string) => `\`${text}\``;
