"use client";

import type { Alert } from "@chargehand/domain/maintenance/alert";
import { variableKey } from "@chargehand/domain/variable";
import { useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { Panel } from "./panel";
import { Severity } from "./severity";
import type { Held } from "./use-held";
import type { Maintenance } from "./use-maintenance";
import { VariableName } from "./variable-name";

/** What is not as it should be, worst first. */
export function AlertsPanel({ maintenance, held }: { maintenance: Maintenance; held: Held }) {
  const t = useTranslations("maintenance.alerts");
  const alerts = held.alerts.toSorted((a, b) => rank(a) - rank(b));
  return (
    <Panel title={t("title")} count={alerts.length} types={[]} maintenance={maintenance}>
      {alerts.length === 0 && <p className="py-3 text-ink-2">{t("none")}</p>}
      <ul>
        {alerts.map((alert) => (
          <li
            key={`${variableKey(alert.variable)} ${alert.monitor ?? ""}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-2"
          >
            <Severity of={alert.severity} />
            <VariableName variable={alert.variable} />
            <span>{t("is", { actual: alert.actual })}</span>
            <span className="text-ink-2">{[alert.code, alert.info].filter(Boolean).join(" · ")}</span>
            <span className="ml-auto text-ink-3">
              <ClockTime at={new Date(alert.since)} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** One that nobody rated may be anything. */
const rank = ({ severity = 4.5 }: Alert) => severity;
