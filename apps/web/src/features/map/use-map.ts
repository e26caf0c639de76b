"use client";

import { GeoJSONSource, Map as GlMap, LngLatBounds, NavigationControl, setWorkerUrl } from "maplibre-gl";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { TokenColors } from "@/components/token-colors";
import { countries } from "./base-map";
import { pointsOf, styleOf } from "./map-style";
import { marksOf, type SeenMark } from "./marks-of";
import type { PlacedSite } from "./placed";

// Its other half runs beside the page, from our own origin like everything else.
setWorkerUrl(new URL("maplibre-gl/dist/maplibre-gl-worker.mjs", import.meta.url).href);

/** A map in an element: gives the marks that stand in it now, wherever it is moved. */
export function useMap(
  holder: RefObject<HTMLElement | null>,
  {
    sites,
    chosen,
    colors,
    words,
  }: {
    sites: readonly PlacedSite[];
    chosen: number | undefined;
    colors: TokenColors;
    words: { title: string; zoomIn: string; zoomOut: string };
  },
) {
  const map = useRef<GlMap>(undefined);
  const [isReady, setReady] = useState(false);
  const [marks, setMarks] = useState<readonly SeenMark[]>([]);
  const { title, zoomIn, zoomOut } = words;
  // Other colours are painted over; they make no other map.
  const first = useRef(colors);

  useEffect(() => {
    const container = holder.current;
    if (!container) return;
    const made = makeMap(container, { title, zoomIn, zoomOut }, first.current);
    map.current = made;
    const look = () => {
      const seen = marksOf(made.queryRenderedFeatures({ layers: ["sites"] }), (at) => made.project(at));
      setMarks((before) => (JSON.stringify(before) === JSON.stringify(seen) ? before : seen));
    };
    made.on("render", look);
    made.on("load", () => {
      setReady(true);
      // Without its countries it still shows where the sites lie to each other.
      countries().then(
        (land) => sourceOf(made, "land")?.setData(land),
        () => {},
      );
    });
    return () => {
      map.current = undefined;
      setReady(false);
      made.remove();
    };
  }, [holder, title, zoomIn, zoomOut]);

  useEffect(() => {
    if (isReady && map.current) paint(map.current, colors);
  }, [colors, isReady]);

  useEffect(() => {
    if (isReady && map.current) void sourceOf(map.current, "sites")?.setData(pointsOf(sites));
  }, [sites, isReady]);

  // All are in sight at first; who looked somewhere else stays there.
  const isFit = useRef(false);
  useEffect(() => {
    if (!isReady || isFit.current || sites.length === 0) return;
    isFit.current = true;
    const bounds = new LngLatBounds();
    for (const { longitude, latitude } of sites) bounds.extend([longitude, latitude]);
    map.current?.fitBounds(bounds, { padding: 64, maxZoom: 9, animate: false });
  }, [sites, isReady]);

  const place = sites.find(({ id }) => id === chosen);
  const [longitude, latitude] = [place?.longitude, place?.latitude];
  useEffect(() => {
    if (!isReady || longitude === undefined || latitude === undefined) return;
    map.current?.jumpTo({ center: [longitude, latitude], zoom: Math.max(map.current.getZoom(), 8) });
  }, [isReady, longitude, latitude]);

  return {
    marks,
    /** Goes as near as is needed for many to be told apart. */
    enter({ cluster, at }: SeenMark) {
      const made = map.current;
      if (!made || cluster === undefined) return;
      void sourceOf(made, "sites")
        ?.getClusterExpansionZoom(cluster)
        .then((zoom) => made.jumpTo({ center: at, zoom }));
    },
  };
}

function makeMap(
  container: HTMLElement,
  words: { title: string; zoomIn: string; zoomOut: string },
  colors: TokenColors,
): GlMap {
  const map = new GlMap({
    container,
    style: styleOf(colors),
    center: [10, 30],
    zoom: 1,
    maxZoom: 17,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    attributionControl: false,
    locale: {
      "Map.Title": words.title,
      "NavigationControl.ZoomIn": words.zoomIn,
      "NavigationControl.ZoomOut": words.zoomOut,
    },
  });
  map.touchZoomRotate.disableRotation();
  return map.addControl(new NavigationControl({ showCompass: false }), "top-right");
}

function sourceOf(map: GlMap, name: string): GeoJSONSource | undefined {
  const source = map.getSource(name);
  return source instanceof GeoJSONSource ? source : undefined;
}

function paint(map: GlMap, colors: TokenColors) {
  map.setPaintProperty("sea", "background-color", colors.well);
  map.setPaintProperty("land", "fill-color", colors.canvas);
  map.setPaintProperty("borders", "line-color", colors["line-strong"]);
}
