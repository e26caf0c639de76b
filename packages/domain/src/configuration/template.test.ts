import { expect, it } from "vitest";
import { desiredFor, type StationKind, type Template } from "./template";

const key = (name: string) => ({ component: "", name });
const station: StationKind = { version: "1.6", vendor: "Acme", model: "Duo", firmware: "1.8", site: 7 };

let last = 0;
function template(facts: Partial<Template>): Template {
  last += 1;
  return {
    id: last,
    name: `T${last}`,
    settings: [{ variable: key("HeartbeatInterval"), value: String(last) }],
    ...facts,
  };
}
const given = (...templates: Template[]) =>
  desiredFor(station, templates).map(({ value, template: { name } }) => `${name}=${value}`);

it("a template that names nothing is for every station", () => {
  expect(given(template({ name: "all", settings: [{ variable: key("A"), value: "1" }] }))).toEqual(["all=1"]);
});

it("a template is for a station only if all that it names fits", () => {
  expect(given(template({ vendor: "Acme", model: "Solo" }))).toEqual([]);
  expect(given(template({ vendor: " ACME ", model: "duo", firmware: "1.8", site: 7 }))).toHaveLength(1);
  expect(given(template({ site: 8 }))).toEqual([]);
});

it("a site goes over a firmware, that over a model, that over a vendor, that over all", () => {
  const all = template({ name: "all" });
  const vendor = template({ name: "vendor", vendor: "Acme" });
  const model = template({ name: "model", model: "Duo" });
  const firmware = template({ name: "firmware", firmware: "1.8" });
  const site = template({ name: "site", site: 7 });
  const names = (...templates: Template[]) => desiredFor(station, templates).map((desired) => desired.template.name);
  expect(names(site, firmware, model, vendor, all)).toEqual(["site"]);
  expect(names(firmware, model, vendor, all)).toEqual(["firmware"]);
  expect(names(vendor, model, all)).toEqual(["model"]);
  expect(names(vendor, all)).toEqual(["vendor"]);
  expect(names(model, { ...model, id: 900, name: "both", vendor: "Acme" })).toEqual(["both"]);
});

it("of two that are as specific, the newer one counts, in whichever order they are read", () => {
  const older = template({ name: "older", vendor: "Acme" });
  const newer = template({ name: "newer", vendor: "Acme" });
  expect(given(newer, older)).toEqual(given(older, newer));
  expect(desiredFor(station, [newer, older])[0]?.template.name).toBe("newer");
});

it("each key takes its value from its own template", () => {
  const base = template({
    name: "base",
    settings: [
      { variable: key("HeartbeatInterval"), value: "300" },
      { variable: key("MeterValueSampleInterval"), value: "60" },
    ],
  });
  const site = template({ name: "site", site: 7, settings: [{ variable: key("heartbeatinterval"), value: "30" }] });
  expect(given(base, site)).toEqual(["site=30", "base=60"]);
});

it("1.6 stations take keys, 2.x stations take variables of components, and one that never spoke takes nothing", () => {
  const both = template({
    settings: [
      { variable: key("HeartbeatInterval"), value: "300" },
      { variable: { component: "OCPPCommCtrlr", name: "HeartbeatInterval" }, value: "600" },
    ],
  });
  const values = (version: StationKind["version"]) =>
    desiredFor({ ...station, version }, [both]).map(({ value }) => value);
  expect(values("1.6")).toEqual(["300"]);
  expect(values("2.0.1")).toEqual(["600"]);
  expect(values("2.1")).toEqual(["600"]);
  expect(values(undefined)).toEqual([]);
});
