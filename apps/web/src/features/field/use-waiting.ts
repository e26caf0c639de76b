"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { keepWaiting, patienceMs, readWaiting, sortOut, type WaitingAction } from "./waiting";

/** Keeps what is told while there is no line, and sends what is still in time once there is one. */
export function useWaiting(isOnline: boolean, send: (action: WaitingAction) => void) {
  const [actions, setActions] = useState<readonly WaitingAction[]>([]);
  const settle = useEffectEvent((hasLine: boolean) => {
    const kept = readWaiting();
    if (!hasLine) return setActions(kept);
    const { due, over } = sortOut(kept, Date.now());
    // Taken out before they go: another page of this browser must not send them too.
    keepWaiting(over);
    setActions(over);
    for (const action of due) send(action);
  });
  useEffect(() => settle(isOnline), [isOnline]);

  const change = (next: readonly WaitingAction[]) => {
    keepWaiting(next);
    setActions(next);
  };
  return {
    actions,
    add: (action: Omit<WaitingAction, "id" | "until">) =>
      change([...readWaiting(), { ...action, id: crypto.randomUUID(), until: Date.now() + patienceMs }]),
    drop: (id: string) => change(readWaiting().filter((action) => action.id !== id)),
  };
}
