import { given, kept, told, type Variable } from "../../dialects/ocpp2/variable";
import { capacity, formats, languages, states } from "./display";
import { priorities } from "./message";

const list = (words: readonly string[], valuesList: readonly string[] = words) =>
  [words.join(","), { dataType: "MemberList", valuesList }] as const;

/** What a 2.x station tells about its display. */
export const displayVariables: Variable[] = [
  given("DisplayMessageCtrlr", "Available", true),
  kept("DisplayMessageCtrlr", "Enabled", true),
  told("DisplayMessageCtrlr", "DisplayMessages", ({ blocks }) => blocks.display.size, {
    dataType: "integer",
    maxLimit: capacity,
    supportsMonitoring: true,
  }),
  given("DisplayMessageCtrlr", "SupportedFormats", ...list(formats, ["ASCII", "HTML", "URI", "UTF8"])),
  given("DisplayMessageCtrlr", "SupportedPriorities", ...list(priorities)),
  given("DisplayMessageCtrlr", "SupportedStates", ...list(states)),
  kept("DisplayMessageCtrlr", "Language", "en", { dataType: "OptionList", valuesList: languages }),
  // Of our own making: what stands before the driver's eyes now, the running costs included.
  told(
    "DisplayMessageCtrlr",
    "ShownMessage",
    ({ blocks }) => [...blocks.display.shown, ...blocks.costs.shown].join("\n"),
    { maxLimit: 2_500, supportsMonitoring: true },
  ),
];
