import { createCentre, type ToCentre, type ToTab } from "./centre";
import { openStream } from "./open-stream";

/** Joins a tab to the live stream from its page's cursor on; returns how to leave. */
export function attachToLive({
  person,
  cursor,
  onSaid,
}: {
  /** Whose stream it is: another person at the same browser gets another one. */
  person: string;
  /** Where this tab's knowledge stands, asked again when the tab wakes up. */
  cursor: () => string;
  onSaid: (said: ToTab) => void;
}): () => void {
  const worker = startWorker(person);
  if (!worker) return createCentre(openStream(location.origin)).attach({ post: onSaid }, cursor());

  const { port } = worker;
  const say = (said: ToCentre) => port.postMessage(said);
  const hello = () => say({ say: "hello", cursor: cursor() });
  const bye = () => say({ say: "bye" });
  // A page that is put away for "back" is told nothing; when it is shown again it says where it stands.
  const back = ({ persisted }: PageTransitionEvent) => persisted && hello();

  port.onmessage = ({ data }: MessageEvent<ToTab>) => onSaid(data);
  addEventListener("pagehide", bye);
  addEventListener("pageshow", back);
  hello();
  return () => {
    removeEventListener("pagehide", bye);
    removeEventListener("pageshow", back);
    bye();
    port.close();
  };
}

function startWorker(person: string): SharedWorker | undefined {
  if (typeof SharedWorker === "undefined") return undefined;
  return new SharedWorker(new URL("./worker.ts", import.meta.url), { type: "module", name: `live-${person}` });
}
