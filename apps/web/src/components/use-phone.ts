"use client";

import { useSyncExternalStore } from "react";

const narrow = "(max-width: 47.99rem)";

/** Whether the window is as narrow as a phone. The server draws the wide form. */
export const usePhone = () =>
  useSyncExternalStore(
    (listener) => {
      const query = matchMedia(narrow);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => matchMedia(narrow).matches,
    () => false,
  );
