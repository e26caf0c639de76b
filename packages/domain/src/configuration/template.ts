import type { VariableRef } from "../variable";
import { variableKey } from "../variable";
import type { OcppVersion } from "../vocabulary";

/** What a variable is to be set to. */
export interface Setting {
  variable: VariableRef;
  value: string;
}

/** What stations are to be set to: all of them, or those of a vendor, a model, a firmware, a site, or of several of these. */
export interface Template {
  id: number;
  name: string;
  vendor?: string;
  model?: string;
  firmware?: string;
  site?: number;
  settings: readonly Setting[];
}

/** What a template may be meant for. */
export interface StationKind {
  version?: OcppVersion;
  vendor?: string;
  model?: string;
  firmware?: string;
  site?: number;
}

/** What one station is to be set to, and which template says so. */
export interface Desired extends Setting {
  key: string;
  template: Pick<Template, "id" | "name">;
}

/**
 * What a station is to be set to: for each key, what the most specific template says. What is said of a site goes over what
 * is said of a firmware, that over a model, that over a vendor, that over all; of two of the same, the newer one counts.
 */
export function desiredFor(station: StationKind, templates: readonly Template[]): Desired[] {
  const desired = new Map<string, Desired>();
  for (const template of templates.filter((each) => isMeantFor(each, station)).toSorted(byRank)) {
    for (const setting of template.settings) {
      if (!speaks(station, setting)) continue;
      const key = variableKey(setting.variable);
      desired.set(key, { ...setting, key, template: { id: template.id, name: template.name } });
    }
  }
  return [...desired.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** Whether a template says anything of a station. */
export const isMeantFor = ({ vendor, model, firmware, site }: Template, station: StationKind): boolean =>
  isSame(vendor, station.vendor) &&
  isSame(model, station.model) &&
  isSame(firmware, station.firmware) &&
  (site === undefined || site === station.site);

/** Stations respell their own names from one firmware to the next. */
const isSame = (wanted: string | undefined, found: string | undefined) =>
  wanted === undefined || wanted.trim().toLowerCase() === found?.trim().toLowerCase();

/** 1.6 has keys, 2.x has variables of components; one template may name both. */
const speaks = ({ version }: StationKind, { variable }: Setting) =>
  version !== undefined && (variable.component === "") === (version === "1.6");

const rank = ({ vendor, model, firmware, site }: Template) =>
  (site === undefined ? 0 : 8) +
  (firmware === undefined ? 0 : 4) +
  (model === undefined ? 0 : 2) +
  (vendor === undefined ? 0 : 1);

const byRank = (a: Template, b: Template) => rank(a) - rank(b) || a.id - b.id;
