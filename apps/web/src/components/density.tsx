"use client";

import { createContext, type ReactNode, useContext } from "react";

type Density = "compact" | "comfortable";

const Chosen = createContext<Density>("compact");

/** How close the rows of lists stand. */
export function Dense({ density, children }: { density: Density; children: ReactNode }) {
  return <Chosen value={density}>{children}</Chosen>;
}

export const useDensity = () => useContext(Chosen);
