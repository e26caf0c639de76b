"use client";

import { useMemo, useState } from "react";
import type { Picking } from "@/components/table/picking";

/** The stations that somebody picked: one by one, or all that match, as many as there were when it was said. */
export type Picked = { is: "some"; ids: readonly string[] } | { is: "all"; q: string; count: number };

export interface Picks {
  picked: Picked | undefined;
  /** How many. */
  count: number;
  picking: Picking;
  all: (q: string, count: number) => void;
  clear: () => void;
}

/** Keeps what is picked; another filter is another selection. */
export function usePicked(q: string): Picks {
  const [state, setState] = useState<{ q: string; picked: Picked }>();
  if (state && state.q !== q) setState(undefined);
  const picked = state?.q === q ? state.picked : undefined;
  const ids = useMemo(() => new Set(picked?.is === "some" ? picked.ids : []), [picked]);

  function keep(next: Iterable<string>) {
    const some = [...next];
    setState(some.length === 0 ? undefined : { q, picked: { is: "some", ids: some } });
  }

  return {
    picked,
    count: picked?.is === "all" ? picked.count : ids.size,
    picking: {
      has: (id) => picked?.is === "all" || ids.has(id),
      toggle: (id) => keep(ids.has(id) ? [...ids].filter((each) => each !== id) : [...ids, id]),
      add: (more) => keep(new Set([...ids, ...more])),
    },
    all: (all, count) => setState({ q, picked: { is: "all", q: all, count } }),
    clear: () => setState(undefined),
  };
}
