"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type Ref, useMemo } from "react";
import { ChangeMark } from "@/components/change-mark";
import { useClock } from "@/components/clock";
import { ClockTime } from "@/components/clock-time";
import { Glyph } from "@/components/glyph";
import { Quantity } from "@/components/quantity";
import { columnsOf } from "@/components/table/columns";
import { DataTable, type DataTableHandle } from "@/components/table/data-table";
import type { Sorting } from "@/components/table/table-head";
import { TextLink } from "@/components/text-link";
import { useDuration } from "@/components/use-duration";
import { addresses } from "../addresses";
import { connectorState } from "../connectors/connector-state";
import { spellOut } from "../connectors/fault-text";
import { StationName } from "../stations/station-name";
import { type SessionRow, sessionPhase } from "./session-view";

/** Sessions, running ones live. */
export function SessionsTable({
  sessions,
  total,
  activeId,
  onActivate,
  onOpen,
  sorting,
  onSort,
  onEndReached,
  withStation = true,
  empty,
  ref,
}: {
  sessions: readonly SessionRow[];
  total?: number;
  activeId?: string;
  onActivate: (id: string) => void;
  onOpen: (session: SessionRow) => void;
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
  onEndReached?: () => void;
  /** Not on the page of one station. */
  withStation?: boolean;
  empty: ReactNode;
  ref?: Ref<DataTableHandle>;
}) {
  const t = useTranslations("sessions");
  const columns = useSessionColumns(withStation);
  return (
    <DataTable
      ref={ref}
      label={t("title")}
      columns={columns}
      rows={sessions}
      rowId={sessionId}
      total={total}
      activeId={activeId}
      onActivate={onActivate}
      onOpen={onOpen}
      sorting={sorting}
      onSort={onSort}
      onEndReached={onEndReached}
      phoneRow={phoneRow}
      empty={empty}
    />
  );
}

const sessionId = ({ id }: SessionRow) => id;

const phoneRow = (session: SessionRow) => (
  <span className="flex flex-col gap-0.5">
    <span className="flex items-center justify-between gap-3">
      <SessionState session={session} />
      <span>
        {session.energyWh !== undefined && <Quantity value={session.energyWh / 1000} unit="kWh" digits={2} />}
      </span>
    </span>
    <span className="flex items-center justify-between gap-3 text-12 text-ink-2">
      <span className="mono truncate">
        {session.station} {session.place && `#${session.place}`}
      </span>
      {session.startedAt && <ClockTime at={session.startedAt} precision="minutes" />}
    </span>
  </span>
);

function useSessionColumns(withStation: boolean) {
  const t = useTranslations("sessions");
  return useMemo(() => {
    const column = columnsOf<SessionRow>();
    const station = column.accessor("station", {
      header: t("station"),
      meta: { width: 150, grow: 1, sortBy: "station" },
      cell: ({ row: { original } }) => (
        <>
          <StationName identity={original.station} href={addresses.station(original.station)} />{" "}
          {original.place && <span className="mono text-ink-3">#{original.place}</span>}
        </>
      ),
    });
    return column.columns([
      column.accessor("startedAt", {
        header: t("started"),
        meta: { width: 124, sortBy: "started" },
        cell: ({ row: { original } }) => (
          <TextLink href={addresses.session(original.id)} inRow>
            {original.startedAt ? <ClockTime at={original.startedAt} precision="minutes" /> : t("startUnknown")}
          </TextLink>
        ),
      }),
      column.display({
        id: "state",
        header: t("state"),
        meta: { width: 180, grow: 2 },
        cell: ({ row }) => <SessionState session={row.original} />,
      }),
      ...(withStation ? [station] : []),
      column.accessor("site", {
        header: t("site"),
        meta: { width: 120, grow: 1 },
        cell: ({ getValue }) => <span className="text-ink-2">{getValue()}</span>,
      }),
      column.accessor("token", {
        header: t("token"),
        meta: { width: 150 },
        cell: ({ getValue }) => <span className="mono text-ink-2">{getValue() ?? "–"}</span>,
      }),
      column.display({
        id: "duration",
        header: t("duration"),
        meta: { width: 88, align: "right" },
        cell: ({ row }) => <Length session={row.original} />,
      }),
      column.accessor("energyWh", {
        header: t("energy"),
        meta: { width: 84, align: "right", sortBy: "energy" },
        cell: ({ getValue }) => <Live value={getValue()} divisor={1000} digits={2} />,
      }),
      column.accessor("powerW", {
        header: t("power"),
        meta: { width: 72, align: "right" },
        cell: ({ row: { original } }) => (
          <Live value={original.endedAt ? undefined : original.powerW} divisor={1000} digits={1} />
        ),
      }),
      column.accessor("stateOfCharge", {
        header: t("battery"),
        meta: { width: 84, align: "right" },
        cell: ({ getValue }) => <Live value={getValue()} divisor={1} digits={0} />,
      }),
    ]);
  }, [t, withStation]);
}

/** What goes on, or why it ended; a session that needs a person says so first. */
export function SessionState({ session }: { session: SessionRow }) {
  const t = useTranslations("sessions");
  const connector = useTranslations("connector");
  const [attention] = session.attention;
  if (attention) {
    return (
      <span className="inline-flex min-w-0 items-center gap-1.5 align-middle">
        <Glyph name="attention" />
        <b className="truncate font-value">{t(`attention.${attention}`)}</b>
      </span>
    );
  }
  if (sessionPhase(session) === "ended") {
    return (
      <span className="text-ink-2">
        {session.stopReason ? t("endedBy", { reason: spellOut(session.stopReason) }) : t("ended")}
      </span>
    );
  }
  const state = connectorState({ status: "occupied", activity: session.activity, connected: session.connected });
  return (
    <span className="inline-flex items-center gap-1.5 align-middle">
      <Glyph name={state} />
      {connector(`state.${state}`)}
    </span>
  );
}

function Length({ session: { startedAt, endedAt } }: { session: SessionRow }) {
  const speak = useDuration();
  const length = useClock((now) => startedAt && speak((endedAt?.getTime() ?? now) - startedAt.getTime()));
  return <span className="text-ink-2">{length ?? "–"}</span>;
}

function Live({ value, divisor, digits }: { value: number | undefined; divisor: number; digits: number }) {
  if (value === undefined) return <span className="text-ink-3">–</span>;
  return (
    <ChangeMark value={Math.round((value / divisor) * 10 ** digits)}>
      <Quantity value={value / divisor} unit="" digits={digits} />
    </ChangeMark>
  );
}
