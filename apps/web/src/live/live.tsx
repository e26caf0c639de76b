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
import { watchLateAnswers } from "./late-answers";
import { createNewsBatch } from "./news-batch";
import { whenTakenOver } from "./taken-over";

const ConnectionStore = createContext<Store | undefined>(undefined);

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
  const [store] = useState(() => createStore(freshConnection(drawnAt)));
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
      store.set(heard(store.get(), said, Date.now() + ahead));
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

  return <ConnectionStore value={store}>{children}</ConnectionStore>;
}

/** How our own stream of changes is right now. */
export function useStreamState(): StreamState {
  const store = useContext(ConnectionStore);
  if (!store) throw new Error("useStreamState needs <Live> above it");
  const connection = useSyncExternalStore(store.subscribe, store.get, store.get);
  const is = useClock((now) => streamState(connection, now).is);
  return useMemo(() => spoken(is, connection), [is, connection]);
}

function spoken(is: StreamState["is"], { heardAt, left }: Connection): StreamState {
  const lastAt = new Date(heardAt);
  return is === "catching-up" ? { is, lastAt, left } : { is, lastAt };
}

interface Store {
  get(): Connection;
  set(next: Connection): void;
  subscribe(listener: () => void): () => void;
}

function createStore(connection: Connection): Store {
  const listeners = new Set<() => void>();
  return {
    get: () => connection,
    set(next) {
      connection = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
