"use client";

import { useTranslations } from "next-intl";
import type { ConnectorFault } from "../connectors/connector-view";
import { atHead, useFaultText, vendorText } from "../connectors/fault-text";
import type { StationRow } from "./station-view";
import { worstConnector } from "./station-view";

/** The one bold thing of a station's row: what is wrong, else what goes on. */
export function CauseCell({ station }: { station: Pick<StationRow, "connectors" | "approval" | "connected"> }) {
  const t = useTranslations("station");
  const connector = useTranslations("connector");
  const faultText = useFaultText();
  const worst = worstConnector(station.connectors);

  if (station.approval === "waiting") return <b className="font-value">{t("waiting")}</b>;
  if (!worst) return <span className="text-ink-3">{t(station.connected ? "noConnectors" : "offline")}</span>;
  if (worst.state === "faulted") {
    return (
      <>
        <span className="text-ink-3">#{worst.label}</span>{" "}
        {hasCause(worst.fault) ? (
          <>
            <b className="font-value">{atHead(faultText(worst.fault))}</b>{" "}
            <span className="text-ink-2">
              {[worst.fault.info, vendorText(worst.fault)].filter(Boolean).join(" · ")}
            </span>
          </>
        ) : (
          <>
            <b className="font-value">{connector("state.faulted")}</b>{" "}
            <span className="text-ink-2">{connector("faultUnknown")}</span>
          </>
        )}
      </>
    );
  }
  const same = station.connectors.filter(({ state }) => state === worst.state).length;
  const isCalm = worst.state === "available" || worst.state === "offline";
  return (
    <>
      <span className={isCalm ? "text-ink-2" : "font-value"}>{connector(`state.${worst.state}`)}</span>{" "}
      <span className="text-ink-3">
        {station.connectors.length > 1 && t("share", { same, all: station.connectors.length })}
      </span>
    </>
  );
}

const hasCause = (fault: ConnectorFault | undefined): fault is ConnectorFault =>
  fault !== undefined && Boolean(fault.code ?? fault.vendorCode ?? fault.info);
