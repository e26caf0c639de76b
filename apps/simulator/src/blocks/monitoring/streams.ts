import type { SentPayload } from "@chargehand/ocpp/messages";
import type { Controls } from "../../charger/controls";
import type { JsonObject } from "../../json";

/** How often a stream is sent: after so many seconds, or as soon as it has so many values. */
export type Pace = { interval?: number; values?: number };

type Stream = {
  id: number;
  monitor: number;
  pace: Pace;
  open: boolean;
  /** What was read and not sent yet. */
  samples: { at: number; value: string }[];
  sentAt: number;
};

/** How many a station keeps open. */
export const mostStreams = 8;

/** Values that are sent in bundles without an answer (2.1): the station opens a stream, the CSMS may change its pace. */
export class Streams {
  #controls: Pick<Controls, "now" | "post">;
  #streams: Stream[] = [];
  #last = 0;

  constructor(controls: Pick<Controls, "now" | "post">) {
    this.#controls = controls;
  }

  get full(): boolean {
    return this.#streams.length >= mostStreams;
  }

  /** What is open, in the words of 2.1. */
  get open() {
    return this.#streams.filter(({ open }) => open).map(toldOf);
  }

  /** Asks the CSMS for a stream of this monitor's values; without its consent, or room for another, they go out as ordinary events. */
  request(monitor: number, pace: Pace): void {
    const { now, post } = this.#controls;
    if (this.full) return;
    const stream: Stream = { id: ++this.#last, monitor, pace, open: false, samples: [], sentAt: now() };
    this.#streams.push(stream);
    post({
      action: "OpenPeriodicEventStream",
      build: () => ({ constantStreamData: toldOf(stream) }),
      onOutcome: (outcome) => {
        stream.open = outcome.type === "result" && outcome.payload.status === "Accepted";
        if (!stream.open) this.#streams = this.#streams.filter((other) => other !== stream);
      },
    });
  }

  /** Takes a value if there is an open stream for it. */
  take(monitor: number, value: string): boolean {
    const stream = this.#streams.find((one) => one.open && one.monitor === monitor);
    if (!stream) return false;
    stream.samples.push({ at: this.#controls.now(), value });
    stream.samples.splice(0, stream.samples.length - mostSamples);
    return true;
  }

  /** Sends what is due. */
  flush(): void {
    const now = this.#controls.now();
    for (const stream of this.#streams) {
      const { interval, values } = stream.pace;
      const { length } = stream.samples;
      const enough = values !== undefined && values > 0 && length >= values;
      const late = interval !== undefined && interval > 0 && now - stream.sentAt >= interval * 1000;
      const unpaced = !interval && !values;
      if (length > 0 && (enough || late || unpaced)) this.#send(stream);
    }
  }

  adjust(id: number, pace: Pace): boolean {
    const stream = this.#streams.find((one) => one.open && one.id === id);
    if (!stream) return false;
    stream.pace = { ...stream.pace, ...pace };
    return true;
  }

  /** The monitor is gone, and its stream with it. */
  close(monitor: number): void {
    const gone = this.#streams.filter((stream) => stream.monitor === monitor);
    this.#streams = this.#streams.filter((stream) => stream.monitor !== monitor);
    for (const { id, open } of gone) {
      if (open) this.#controls.post({ action: "ClosePeriodicEventStream", build: () => ({ id }) });
    }
  }

  #send(stream: Stream): void {
    const { now, post } = this.#controls;
    const samples = stream.samples.splice(0, samplesPerMessage);
    const base = samples[0]?.at ?? now();
    const pending = stream.samples.length;
    stream.sentAt = now();
    post({
      action: "NotifyPeriodicEventStream",
      build: () =>
        ({
          id: stream.id,
          pending,
          basetime: new Date(base).toISOString(),
          data: samples.map(({ at, value }) => ({ t: (at - base) / 1000, v: value })),
        }) satisfies SentPayload<"2.1", "NotifyPeriodicEventStream"> satisfies JsonObject,
      onOutcome: (outcome) => {
        // Nothing is lost with the line that was not told.
        if (outcome.type === "line-down") stream.samples.unshift(...samples);
      },
    });
  }
}

const mostSamples = 500;
const samplesPerMessage = 100;

function toldOf({ id, monitor, pace }: Stream) {
  return { id, params: pace, variableMonitoringId: monitor };
}
