"use client";

import { useSyncExternalStore } from "react";

/** Whether a map can be drawn here. Nothing tells of a change, and the server draws none. */
export const useWebGl = () =>
  useSyncExternalStore(
    () => () => {},
    () => {
      known ??= document.createElement("canvas").getContext("webgl2") !== null;
      return known;
    },
    () => false,
  );

let known: boolean | undefined;
