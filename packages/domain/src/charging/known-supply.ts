import type { Measurement } from "../reading";
import type { VariableRef } from "../variable";
import type { Supply } from "./rate";

/** What is known of the current at an evse, and from where. */
export interface KnownSupply extends Supply {
  /** It gives direct current: what amperes are in watts depends on the car. */
  direct?: boolean;
  phasesFrom?: "variables" | "readings";
}

export type ToldVariable = VariableRef & { value: string | undefined };

/** What a station told of the phases and the voltage at an evse; what it did not tell stays open. */
export function knownSupply(
  evse: number,
  { variables, measured }: { variables: readonly ToldVariable[]; measured: readonly Measurement[] },
): KnownSupply {
  const told = toldPhases(evse, variables);
  if (told === 0) return { direct: true };
  const voltages = measured.filter(isVoltage).map(({ phase, value }) => ({ phase, volts: Number(value) }));
  const seen = seenPhases(voltages);
  const volts = voltages.map((each) => each.volts).filter(isMains);
  return {
    ...(volts.length > 0 && { volts: Math.round(volts.reduce((all, each) => all + each, 0) / volts.length) }),
    ...(told !== undefined
      ? { phases: told, phasesFrom: "variables" as const }
      : seen !== undefined && { phases: seen, phasesFrom: "readings" as const }),
  };
}

/** The nearest that tells: a connector, its evse, the station. No phases at all is direct current. */
function toldPhases(evse: number, variables: readonly ToldVariable[]): number | undefined {
  const counts = variables.flatMap((variable) => {
    const phases = named(variable, "SupplyPhases") ? Number(variable.value) : Number.NaN;
    return [0, 1, 2, 3].includes(phases) && variable.value?.trim() ? [{ ...variable, phases }] : [];
  });
  const here = counts.filter((each) => each.evse === evse);
  const plugs = here.filter(({ connector }) => connector !== undefined).map(({ phases }) => phases);
  if (plugs.length > 0) return Math.max(...plugs);
  const own = here[0] ?? (evse === 0 ? undefined : counts.find((each) => each.evse === undefined));
  return own?.phases ?? counts.find((each) => each.evse === undefined)?.phases ?? rotated(evse, variables);
}

/** Where three phases are turned there are three; anything else tells nothing. */
function rotated(evse: number, variables: readonly ToldVariable[]): number | undefined {
  const said = variables.find((variable) => named(variable, "ConnectorPhaseRotation"))?.value ?? "";
  const own = said.split(",").find((each) => new RegExp(`^\\s*${evse}\\s*[.:]`).test(each)) ?? "";
  return /\b(RST|RTS|SRT|STR|TRS|TSR)\s*$/.test(own) ? 3 : undefined;
}

const named = ({ name }: VariableRef, wanted: string) => name.toLowerCase() === wanted.toLowerCase();

const isVoltage = ({ measurand, location = "Outlet", signed }: Measurement) =>
  measurand === "Voltage" && location === "Outlet" && signed === undefined;

/** Between a phase and neutral, anywhere in the world. */
const isMains = (volts: number) => volts >= 90 && volts <= 300;

/** Those that carry voltage; a single one tells nothing of the others. */
function seenPhases(voltages: readonly { phase?: string; volts: number }[]): number | undefined {
  const phases = new Map(
    voltages.flatMap(({ phase, volts }) => (phase && /^L[123](-N)?$/.test(phase) ? [[phase.slice(0, 2), volts]] : [])),
  );
  return phases.size < 2 ? undefined : [...phases.values()].filter(isMains).length || undefined;
}
