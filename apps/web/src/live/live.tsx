"use client";

import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { setServerTime, useClock } from "@/components/clock";
import { addresses } from "@/features/addresses";
import type { StreamState } from "@/features/live/stream-state";
import { applyNews } from "./apply-news";
import { createAskAgain } from "./ask-again";
import { attachToLive } from "./attach";
import type { ToTab } from "./centre";
import { type Connection, freshConnection, heard, streamState } from "./connection";
import { type ConnectionStore, createConnectionStore } from "./connection-store";
import { watchLateAnswers } from "./late-answers";
import { createNewsBatch } from "./news-batch";
import { whenTakenOver } from "./taken-over";

const OurConnection = createContext<ConnectionStore | undefined>(undefined);

/**
 * Keeps every answer below it true: one stream for all tabs of this browser, merged once a frame. `cursor` is where the
 * story stood when the page was drawn on the server, at `drawnAt`, for `person`.
 */
export function Live({
  person,
  cursor,
  drawnAt,
  children,
}: {
  person: string;
  cursor: string;
  drawnAt: number;
  children: ReactNode;
}) {
  const queries = useQueryClient();
  const [store] = useState(() => createConnectionStore(freshConnection(drawnAt)));
  // Where this tab stands. A later draw of the page on the server does not take it back.
  const known = useRef(cursor);

  useEffect(() => {
    setServerTime(drawnAt);
    let ahead = drawnAt - Date.now();
    const { askAgain, stop } = createAskAgain(queries);
    const lateAnswers = watchLateAnswers(queries, askAgain);
    const batch = createNewsBatch((messages) => applyNews(queries, messages, askAgain));

    function onSaid(said: ToTab) {
      if (said.say === "message" && said.message.kind === "alive") {
        ahead = said.message.at - Date.now();
        setServerTime(said.message.at);
      }
      const now = Date.now() + ahead;
      store.set(heard(store.get(), said, now), now);
      if (said.say === "line") {
        if (said.line === "signed-out")
          location.assign(`${addresses.signIn}?to=${encodeURIComponent(location.pathname + location.search)}`);
        return;
      }
      const { message } = said;
      if ("cursor" in message) known.current = message.cursor;
      if (message.kind === "refetch") void queries.invalidateQueries();
      else {
        lateAnswers.remember(message);
        batch.push(message);
      }
    }

    const onVisible = () => document.visibilityState === "visible" && batch.flush();
    document.addEventListener("visibilitychange", onVisible);
    let leave = () => {};
    const notYet = whenTakenOver(() => {
      leave = attachToLive({ person, cursor: () => known.current, onSaid });
    });
    return () => {
      notYet();
      leave();
      document.removeEventListener("visibilitychange", onVisible);
      batch.stop();
      lateAnswers.stop();
      stop();
    };
  }, [queries, store, person, drawnAt]);

  return <OurConnection value={store}>{children}</OurConnection>;
}

/** How our own stream of changes is right now. */
export function useStreamState(): StreamState {
  const store = useContext(OurConnection);
  if (!store) throw new Error("useStreamState needs <Live> above it");
  const told = useSyncExternalStore(store.subscribe, store.told, store.told);
  const is = useClock((now) => streamState(store.get(), now).is);
  // Between what is told and the clock nothing is heard that would change it.
  return useMemo(() => spoken(is, is === "catching-up" ? told : store.get()), [is, told, store]);
}

function spoken(is: StreamState["is"], { heardAt, left }: Connection): StreamState {
  const lastAt = new Date(heardAt);
  if (is === "live") return { is };
  return is === "catching-up" ? { is, lastAt, left } : { is, lastAt };
}
