"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { cx } from "@/components/cx";
import { addresses } from "../addresses";
import { ConnectorStrip } from "../connectors/connector-strip";
import { CauseCell } from "./cause-cell";
import { PowerCell } from "./power-cells";
import { SeenCell } from "./seen-cell";
import { type StationRow, worstConnector } from "./station-view";

const tile = { width: 232, height: 96 };

/** All stations as tiles, for a screen on a wall: drawn only where seen. */
export function StationTiles({
  stations,
  onEndReached,
}: {
  stations: readonly StationRow[];
  onEndReached: () => void;
}) {
  const t = useTranslations("stations");
  const scroller = useRef<HTMLDivElement>(null);
  const across = useAcross(scroller);
  const lines = Math.ceil(stations.length / across);
  const virtual = useVirtualizer({
    count: lines,
    getScrollElement: () => scroller.current,
    estimateSize: () => tile.height + 8,
    overscan: 3,
    initialRect: { width: 1200, height: 800 },
    onChange: ({ range }) => {
      if (range && range.endIndex >= lines - 2) onEndReached();
    },
  });
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto px-5 max-md:px-4">
      <ul aria-label={t("title")} className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().flatMap(({ index, start }) =>
          stations.slice(index * across, (index + 1) * across).map((station, place) => (
            <li
              key={station.id}
              className="absolute top-0 left-0 pr-2"
              style={{
                width: `${100 / across}%`,
                height: tile.height,
                transform: `translate(${place * 100}%, ${start}px)`,
              }}
            >
              <Tile station={station} />
            </li>
          )),
        )}
      </ul>
    </div>
  );
}

function Tile({ station }: { station: StationRow }) {
  const isFaulted = worstConnector(station.connectors)?.state === "faulted";
  return (
    <Link
      href={addresses.station(station.identity)}
      prefetch={false}
      className={cx(
        "flex h-full flex-col justify-between rounded-2 border p-3",
        isFaulted ? "border-fault bg-tint-fault" : "border-line-strong hover:bg-hover",
      )}
    >
      <span className="flex items-center justify-between gap-2">
        <span className="mono truncate font-value">{station.identity}</span>
        <ConnectorStrip connectors={station.connectors} />
      </span>
      <span className="truncate text-13">
        <CauseCell station={station} />
      </span>
      <span className="flex items-center justify-between gap-2 text-12">
        <span className="truncate text-ink-3">{station.site}</span>
        {station.powerW === undefined ? (
          <SeenCell {...station} />
        ) : (
          <span>
            <PowerCell station={station} /> <span className="text-ink-3">kW</span>
          </span>
        )}
      </span>
    </Link>
  );
}

/** How many stand beside each other. */
function useAcross(scroller: React.RefObject<HTMLElement | null>) {
  const [across, setAcross] = useState(5);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = new ResizeObserver(([entry]) => {
      if (entry) setAcross(Math.max(1, Math.floor(entry.contentRect.width / tile.width)));
    });
    measure.observe(element);
    return () => measure.disconnect();
  }, [scroller]);
  return across;
}
