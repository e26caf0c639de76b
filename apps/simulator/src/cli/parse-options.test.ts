import { InvalidArgumentError } from "commander";
import { expect, it } from "vitest";
import { parseFault } from "./parse-options";

it("collects the faults that are ordered one by one", () => {
  const faults = ["firmware=download-failed", "failed-uploads", "unsupported=Reset,GetLog", "reject"].reduce(
    (before, text) => parseFault(text, before),
    {},
  );
  expect(faults).toEqual({
    firmware: "download-failed",
    failedUploads: true,
    unsupported: new Set(["Reset", "GetLog"]),
    reject: "all",
  });
});

it.each(["coffee", "firmware=slow", "duplicate=2"])("refuses %s with a sentence", (text) => {
  expect(() => parseFault(text, {})).toThrow(InvalidArgumentError);
});
