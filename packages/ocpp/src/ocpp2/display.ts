import { byAnswer, byReport, byStatus, byStatusOrNone } from "../effects";
import { partOf } from "../recorded";
import type { Effects2 } from "./table";

// Block O: display messages.

export const NotifyDisplayMessages = partOf("display-messages");

export const display = {
  ClearDisplayMessage: { toAnswer: byStatus, proof: byAnswer },
  // Its word for "there are none".
  GetDisplayMessages: { toAnswer: byStatusOrNone("Unknown"), proof: byReport("display-messages") },
  SetDisplayMessage: { toAnswer: byStatus, unprovable: "what a display shows is told only when asked" },
} satisfies Partial<Effects2>;
