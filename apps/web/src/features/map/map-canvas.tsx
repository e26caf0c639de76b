"use client";

import "maplibre-gl/dist/maplibre-gl.css";
import "./map.css";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { type TokenColors, useTokenColors } from "@/components/token-colors";
import { MapMark } from "./map-mark";
import type { PlacedSite } from "./placed";
import { useMap } from "./use-map";

interface Shown {
  sites: readonly PlacedSite[];
  chosen: number | undefined;
  onChoose: (id: number) => void;
}

/** The world with the sites in it; many that are close are one mark, which is the worst of them. */
export function MapCanvas(shown: Shown) {
  const colors = useTokenColors();
  return colors && <Colored {...shown} colors={colors} />;
}

function Colored({ sites, chosen, onChoose, colors }: Shown & { colors: TokenColors }) {
  const t = useTranslations("map");
  const holder = useRef<HTMLDivElement>(null);
  const { marks, enter } = useMap(holder, {
    sites,
    chosen,
    colors,
    words: { title: t("title"), zoomIn: t("zoomIn"), zoomOut: t("zoomOut") },
  });
  return (
    <div className="absolute inset-0 overflow-hidden">
      <div ref={holder} className="size-full" />
      {/* The list beside says all this to whoever does not point. */}
      <div aria-hidden="true">
        {marks.map((mark) => (
          <MapMark
            key={mark.key}
            mark={mark}
            isChosen={mark.site !== undefined && mark.site === chosen}
            onPress={() => (mark.site === undefined ? enter(mark) : onChoose(mark.site))}
          />
        ))}
      </div>
    </div>
  );
}
