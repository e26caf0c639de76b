"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { keepCookie } from "./cookie";
import { inspectorProperty } from "./inspector-width";

const narrowest = 280;
const step = 16;

/** The edge an inspector is made wider or narrower by: with the pointer, or with the arrow keys. The width is kept. */
export function InspectorEdge() {
  const t = useTranslations("inspector");
  const edge = useRef<HTMLButtonElement>(null);
  const [width, setWidth] = useState<number>();
  const current = () => widthOf(edge.current);
  useEffect(() => setWidth(widthOf(edge.current)), []);

  function resize(wanted: number) {
    const next = Math.round(Math.min(widest(), Math.max(narrowest, wanted)));
    document.documentElement.style.setProperty(inspectorProperty, `${next}px`);
    setWidth(next);
    keepCookie("inspector", next);
  }

  function onKeyDown(event: KeyboardEvent) {
    const wanted = {
      ArrowLeft: current() + step,
      ArrowRight: current() - step,
      Home: widest(),
      End: narrowest,
    }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    resize(wanted);
  }

  function onPointerMove({ currentTarget, pointerId, clientX }: PointerEvent) {
    if (!currentTarget.hasPointerCapture(pointerId)) return;
    const right = currentTarget.parentElement?.getBoundingClientRect().right ?? window.innerWidth;
    resize(right - clientX);
  }

  return (
    // A button, so that every browser lets it have the focus; a separator, so that it is said what it is.
    // biome-ignore lint/a11y/useSemanticElements: an <hr> takes no focus.
    <button
      ref={edge}
      type="button"
      role="separator"
      aria-orientation="vertical"
      aria-label={t("resize")}
      aria-valuenow={width ?? narrowest}
      aria-valuemin={narrowest}
      aria-valuemax={1200}
      aria-valuetext={t("width", { width: width ?? narrowest })}
      onKeyDown={onKeyDown}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={onPointerMove}
      className="absolute inset-y-0 -left-1 z-3 w-2 cursor-col-resize touch-none outline-none hover:bg-line-strong focus-visible:bg-focus max-md:hidden"
    />
  );
}

const widest = () => Math.min(1200, Math.floor(window.innerWidth * 0.6));
const widthOf = (edge: HTMLElement | null) =>
  Math.round(edge?.parentElement?.getBoundingClientRect().width ?? narrowest);
