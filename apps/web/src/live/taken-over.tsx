"use client";

import { useSyncExternalStore } from "react";

/** Stands at the end of a part that the server drew, until the browser has taken that part over. */
export function TakenOver() {
  const isDrawn = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  return isDrawn ? <span hidden data-drawn-by-server="" /> : null;
}

const never = () => () => {};

/**
 * Waits until the browser has taken over every part of the page. News that is written into an answer before its part
 * is taken over makes it differ from what the server drew, and the part is thrown away and drawn anew. The stream reads
 * on from the page's cursor, so nothing is lost. Returns how to call it off.
 */
export function whenTakenOver(start: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const latest = performance.now() + patienceMs;
  const isTakenOver = () =>
    document.readyState !== "loading" && document.querySelector("[data-drawn-by-server]") === null;
  const look = () => {
    if (isTakenOver() || performance.now() > latest) start();
    else timer = setTimeout(look, lookAgainMs);
  };
  timer = setTimeout(look);
  return () => clearTimeout(timer);
}

const lookAgainMs = 50;
/** A part whose script never comes must not keep the others from being told. */
const patienceMs = 10_000;
