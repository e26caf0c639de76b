"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ClockTime } from "@/components/clock-time";
import { Glyph } from "@/components/glyph";
import { InspectorSection } from "@/components/inspector";
import { Power } from "@/components/quantity";
import { RelativeTime } from "@/components/relative-time";
import { StaleValue } from "@/components/stale-value";
import type { ConnectorView } from "../connectors/connector-view";
import { atHead, useFaultText } from "../connectors/fault-text";
import { StationFacts } from "./station-facts";
import type { StationDetail } from "./station-view";

/** What a station shows at the side of the list: its connectors, its fault, what was tried, its facts. */
export function StationParts({
  station,
  power,
  tried,
}: {
  station: StationDetail;
  /** What it drew lately. */
  power?: ReactNode;
  /** What was tried so far: its last commands. */
  tried?: ReactNode;
}) {
  const t = useTranslations("station");
  const connector = useTranslations("connector");
  const faultText = useFaultText();
  const faults = station.connectors.filter(({ state, fault }) => state === "faulted" && fault);
  return (
    <>
      <InspectorSection>
        <ul className="flex flex-col gap-1.5">
          {station.connectors.map((one) => (
            <ConnectorLine key={one.label} connector={one} station={station} />
          ))}
        </ul>
        {station.connectors.length === 0 && <p className="text-ink-3">{t("noConnectors")}</p>}
      </InspectorSection>
      {faults.map(({ label, fault, since }) => (
        <InspectorSection
          key={label}
          title={
            <span className="text-fault-ink">{t("faultOn", { cause: atHead(faultText(fault ?? {})), label })}</span>
          }
        >
          <p className="text-ink-2">
            {fault?.info && `${fault.info}. `}
            {since &&
              connector.rich("faultSince", {
                time: () => <ClockTime at={since} />,
                age: () => <RelativeTime at={since} />,
              })}
          </p>
          <p className="mono text-ink-3">{[fault?.code, fault?.vendorCode].filter(Boolean).join(" · ")}</p>
        </InspectorSection>
      ))}
      {power && <InspectorSection title={t("lastHour")}>{power}</InspectorSection>}
      {tried && <InspectorSection title={t("tried")}>{tried}</InspectorSection>}
      <InspectorSection>
        <StationFacts station={station} />
      </InspectorSection>
    </>
  );
}

function ConnectorLine({ connector, station }: { connector: ConnectorView; station: StationDetail }) {
  const t = useTranslations("connector");
  const faultText = useFaultText();
  const { label, plug, state, fault, session, powerW, measuredAt, stateOfCharge, since } = connector;
  return (
    <li className="grid grid-cols-[16px_72px_1fr_auto_44px] items-center gap-x-2">
      <Glyph name={state} />
      <span className="truncate text-ink-2">{[label, plug].filter(Boolean).join(" · ")}</span>
      <span className={`truncate font-value ${state === "faulted" ? "text-fault-ink" : ""}`}>
        {state === "faulted" && fault ? t("fault", { cause: faultText(fault) }) : t(`state.${state}`)}
      </span>
      <span className="text-right">
        {session && powerW !== undefined ? (
          <StaleValue at={measuredAt} freshFor={5 * station.heartbeatSeconds * 1000} isOffline={!station.connected}>
            <Power watts={powerW} />
          </StaleValue>
        ) : (
          since && <RelativeTime at={since} className="text-ink-2" />
        )}
      </span>
      <span className="text-right text-ink-2">{stateOfCharge !== undefined && `${stateOfCharge} %`}</span>
    </li>
  );
}
