import type { VariableRef } from "@chargehand/domain/variable";

/** A variable by all its names. */
export function VariableName({ variable }: { variable: VariableRef }) {
  return <span className="mono min-w-0 break-words">{variableText(variable)}</span>;
}

/** The same as text. */
export function variableText({ component, componentInstance, evse, connector, name, instance }: VariableRef): string {
  const place = evse === undefined ? "" : ` ${connector === undefined ? evse : `${evse}.${connector}`}`;
  return `${component}${componentInstance ? `[${componentInstance}]` : ""}${place} · ${name}${instance ? `[${instance}]` : ""}`;
}
