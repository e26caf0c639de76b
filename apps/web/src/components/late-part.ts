import dynamic from "next/dynamic";
import type { ComponentType, ReactNode } from "react";

/**
 * A part that comes after its page. Its place is kept until it is there, however often its script has to be asked for:
 * a line that breaks in that moment must not take the page along.
 */
export function latePart<Props>(
  load: () => Promise<ComponentType<Props>>,
  place: () => ReactNode = () => null,
): ComponentType<Props> {
  return dynamic(() => untilThere(load), { ssr: false, loading: place });
}

async function untilThere<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    return untilThere(load);
  }
}

const pauseMs = 2_000;
