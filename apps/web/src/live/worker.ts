import { createCentre, type ToCentre } from "./centre";
import { openStream } from "./open-stream";

// The SharedWorker: it lives as long as any tab of this browser, and holds the one stream for all of them.
const { attach } = createCentre(openStream(location.origin));

addEventListener("connect", (event) => {
  const port = event instanceof MessageEvent ? event.ports[0] : undefined;
  if (!port) return;
  let leave = () => {};
  port.onmessage = ({ data }: MessageEvent<ToCentre>) => {
    leave();
    leave = () => {};
    if (data.say === "hello") leave = attach({ post: (said) => port.postMessage(said) }, data.cursor);
  };
});
