import type { RouterInputs } from "@/live/router-types";

export type AskedWork = RouterInputs["campaigns"]["start"]["work"];

/** An image of the library whose file is known: stations that hold it ready for others are told its checksum. */
export interface HeldImage {
  id: number;
  label: string;
  checksum: string;
}

/** What many stations can be told by the way of the wizard, besides the rest; some of it is about an image of the library. */
export const wizardCommands = {
  "reset-idle": { work: { kind: "command", command: { type: "reset", when: "idle" } } },
  "reset-now": { work: { kind: "command", command: { type: "reset", when: "now" } } },
  "into-service": { work: { kind: "command", command: { type: "set-availability", operative: true } } },
  "read-variables": { work: { kind: "command", command: { type: "read-variables" } } },
  "clear-cache": { work: { kind: "command", command: { type: "clear-cache" } } },
  "bring-lists": { work: { kind: "list" } },
  "bring-lists-whole": { work: { kind: "list", whole: true } },
  publish: { ofImage: ({ id }) => ({ kind: "command", command: { type: "publish-firmware", image: id } }) },
  unpublish: { ofImage: ({ checksum }) => ({ kind: "command", command: { type: "unpublish-firmware", checksum } }) },
} as const satisfies Record<string, { work: AskedWork } | { ofImage: (image: HeldImage) => AskedWork }>;
export type WizardCommand = keyof typeof wizardCommands;

export const isOfImage = (id: WizardCommand) => "ofImage" in wizardCommands[id];

/** It, as the server takes it; undefined while its image is not chosen. */
export function commandWork({ command, image }: { command: WizardCommand; image?: HeldImage }): AskedWork | undefined {
  const entry = wizardCommands[command];
  if ("work" in entry) return entry.work;
  return image && entry.ofImage(image);
}
