import { expect, it } from "vitest";
import { markdownOf } from "./markdown-of";

it("is a handover that can be pasted anywhere, in which nothing a station says becomes markup", () => {
  const text = markdownOf({
    title: "Handover, 23 Nov 18:00",
    notes: "Technician at Köln until 20:00.\n\nCall her first.",
    sections: [
      { title: "Open issues (1)", lines: ["major: fault [x](javascript:1), *CS-1*, Ada"], none: "None." },
      { title: "Muted", lines: [], none: "Nothing is muted." },
    ],
  });
  expect(text).toBe(`# Handover, 23 Nov 18:00

Technician at Köln until 20:00.

Call her first.

## Open issues (1)
- major: fault \\[x\\](javascript:1), \\*CS-1\\*, Ada

## Muted
Nothing is muted.
`);
});
