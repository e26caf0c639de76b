import { expect, it } from "vitest";
import { type Fate, verdictOf } from "./fate";

it.each<[string, Fate, object]>([
  ["queued", { delivery: "queued", proof: "none" }, { state: "working", reason: "queued" }],
  ["sent", { delivery: "sent", proof: "none" }, { state: "working", reason: "waiting for its answer" }],
  [
    "accepted, not yet proven",
    { delivery: "sent", answer: "accepted", proof: "waiting" },
    { state: "working", reason: "waiting for the proof" },
  ],
  [
    "promised for later",
    { delivery: "sent", answer: "scheduled", proof: "waiting" },
    { state: "working", reason: "it does so later" },
  ],
  ["of a kind that cannot be proven", { delivery: "sent", answer: "accepted", proof: "none" }, { state: "succeeded" }],
  [
    "proven, whatever the answer was",
    { delivery: "in-doubt", answer: "none", proof: "confirmed", evidence: "it booted" },
    { state: "succeeded", reason: "it booted" },
  ],
  ["unproven", { delivery: "sent", answer: "accepted", proof: "unproven" }, { state: "unproven" }],
  [
    "disproven",
    { delivery: "sent", answer: "accepted", proof: "unproven", evidence: "it failed" },
    { state: "failed", reason: "it failed" },
  ],
  [
    "rejected",
    { delivery: "sent", answer: "rejected", proof: "none", detail: "in use" },
    { state: "failed", reason: "rejected: in use" },
  ],
  ["never answered, and not to be proven", { delivery: "sent", answer: "none", proof: "none" }, { state: "failed" }],
  ["not sent in time", { delivery: "expired", proof: "none" }, { state: "waiting" }],
  ["taken back", { delivery: "cancelled", proof: "none" }, { state: "left" }],
])("a command that is %s", (_, fate, verdict) => {
  expect(verdictOf(fate)).toMatchObject(verdict);
});
