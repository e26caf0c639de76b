import type { Setting } from "@chargehand/domain/configuration/template";
import type { VariableRef } from "@chargehand/domain/variable";

/** Settings as lines of text: `Key = value` for 1.6, `Component.Variable = value` for 2.x, `EVSE(1).Name[instance]` in full. */
export const toLines = (settings: readonly Setting[]): string =>
  settings.map(({ variable, value }) => `${nameOf(variable)} = ${value}`).join("\n");

/** The lines as settings; undefined where one of them cannot be understood. */
export function toSettings(lines: string): Setting[] | undefined {
  const settings: Setting[] = [];
  for (const line of lines.split("\n").filter((text) => text.trim() !== "")) {
    const setting = settingOf(line);
    if (!setting) return undefined;
    settings.push(setting);
  }
  return settings;
}

function nameOf({ component, componentInstance, evse, connector, name, instance }: VariableRef): string {
  if (component === "") return name;
  const place = evse === undefined ? "" : `(${connector === undefined ? evse : `${evse},${connector}`})`;
  return `${component}${inBrackets(componentInstance)}${place}.${name}${inBrackets(instance)}`;
}

const inBrackets = (text: string | undefined) => (text === undefined ? "" : `[${text}]`);

function settingOf(line: string): Setting | undefined {
  const at = line.indexOf("=");
  if (at < 0) return undefined;
  const written = line.slice(0, at).trim();
  const value = line.slice(at + 1).trim();
  const [, component, componentInstance, evse, connector, name, instance] = inFull.exec(written) ?? [];
  if (component === undefined || name === undefined) {
    // A key of 1.6 may have brackets of its own.
    return /^[^\s.]+$/.test(written) ? { variable: { component: "", name: written }, value } : undefined;
  }
  return {
    variable: {
      component,
      ...(componentInstance !== undefined && { componentInstance }),
      ...(evse !== undefined && { evse: Number(evse) }),
      ...(connector !== undefined && { connector: Number(connector) }),
      name,
      ...(instance !== undefined && { instance }),
    },
    value,
  };
}

const inFull = /^([^\s.[\]()]+)(?:\[([^\]]*)\])?(?:\((\d+)(?:,(\d+))?\))?\.([^\s[\]()]+)(?:\[([^\]]*)\])?$/;
