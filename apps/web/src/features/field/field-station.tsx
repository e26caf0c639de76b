"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Glyph } from "@/components/glyph";
import { Energy, Power } from "@/components/quantity";
import { RelativeTime } from "@/components/relative-time";
import { Segments } from "@/components/segments";
import { StaleValue } from "@/components/stale-value";
import { TextLink } from "@/components/text-link";
import { addresses } from "../addresses";
import type { ConnectorView } from "../connectors/connector-view";
import { useFaultText } from "../connectors/fault-text";
import { useStation } from "../stations/use-station";
import { FieldActions } from "./field-actions";
import { FieldFrames } from "./field-frames";
import { FieldNotes } from "./field-notes";
import { FieldTroubles } from "./field-troubles";
import { rememberStation } from "./recent-stations";

/** The station somebody stands before: how it is, what was wrong, and at the thumb what it can be told. */
export function FieldStation({ identity }: { identity: string }) {
  const t = useTranslations("field");
  const { station, capabilities } = useStation(identity);
  const { connectors, site, name } = station;
  const [picked, setPicked] = useState<string>();
  const chosen =
    connectors.find(({ label }) => label === picked) ?? connectors.find(({ session }) => session) ?? connectors[0];
  const note = [name, site].filter(Boolean).join(" · ");
  useEffect(() => rememberStation({ identity, note: note || undefined }), [identity, note]);

  return (
    <>
      <main className="flex min-h-0 flex-1 flex-col gap-4 overflow-auto px-[max(16px,calc(50%-24rem))] py-4">
        <header>
          <h1 className="mono break-all font-title text-20">{identity}</h1>
          {note && <p className="text-ink-2">{note}</p>}
          <p className="flex flex-wrap items-center gap-2">
            <Glyph name={station.connected ? "available" : "offline"} />
            {station.connected ? t("connected") : t("away")}
            {station.lastSeenAt && (
              <span className="text-ink-2">
                {t.rich("heard", { age: () => <RelativeTime at={station.lastSeenAt ?? new Date()} /> })}
              </span>
            )}
          </p>
        </header>
        {connectors.length > 1 && chosen && (
          <div className="max-w-full overflow-auto">
            <Segments
              label={t("connector")}
              chosen={chosen.label}
              onChoose={setPicked}
              options={connectors.map(({ label }) => ({ id: label, label: t("connectorNumber", { label }) }))}
            />
          </div>
        )}
        {chosen ? (
          <Connector connector={chosen} heartbeatSeconds={station.heartbeatSeconds} />
        ) : (
          <p className="text-ink-2">{t("noConnectors")}</p>
        )}
        <FieldTroubles station={station.id} />
        <FieldNotes station={station.id} />
        <FieldFrames station={station.id} />
        <p>
          <TextLink href={addresses.station(identity)}>{t("whole")}</TextLink>
        </p>
      </main>
      <FieldActions station={station} connector={chosen} capabilities={capabilities} />
    </>
  );
}

function Connector({ connector, heartbeatSeconds }: { connector: ConnectorView; heartbeatSeconds: number }) {
  const t = useTranslations("connector");
  const field = useTranslations("field");
  const faultText = useFaultText();
  const { state, label, plug, powerW, measuredAt, session, since, fault } = connector;
  return (
    <section aria-label={t("named", { label, state: t(`state.${state}`) })} className="border-2 border-ink p-3">
      <p className="flex flex-wrap items-center gap-2 font-title text-20">
        <Glyph name={state} size={24} />
        {state === "faulted" && fault ? t("fault", { cause: faultText(fault) }) : t(`state.${state}`)}
      </p>
      <p className="text-ink-2">
        {[field("connectorNumber", { label }), plug].filter(Boolean).join(" · ")}
        {since && (
          <>
            {" · "}
            <RelativeTime at={since} />
          </>
        )}
      </p>
      {session && (
        <p className="text-16">
          {powerW !== undefined && (
            <StaleValue
              at={measuredAt}
              freshFor={Math.max(150_000, 2_500 * heartbeatSeconds)}
              isOffline={state === "offline"}
            >
              <Power watts={powerW} />
            </StaleValue>
          )}{" "}
          {session.energyWh !== undefined && <Energy wattHours={session.energyWh} />}
        </p>
      )}
      {fault?.info && <p>{fault.info}</p>}
    </section>
  );
}
