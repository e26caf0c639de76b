import type { ReactNode } from "react";

/** Connector cards side by side, as many as fit. */
export function ConnectorGrid({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-[repeat(auto-fill,minmax(280px,1fr))] gap-3">{children}</div>;
}
