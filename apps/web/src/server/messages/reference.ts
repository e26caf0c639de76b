import { z } from "zod";

/** Names one frame for good: its station and its time lead to the partition and the index, its number to the row. */
export interface FrameReference {
  station: number;
  /** Microseconds since 1970, beyond what a JavaScript date holds. */
  micros: string;
  id: string;
}

export const frameRef = ({ station, micros, id }: FrameReference) => `${station}.${micros}.${id}`;

/** A reference as it stands in an address. */
export const frameReference = z
  .string()
  .regex(/^\d{1,10}\.\d{1,17}\.\d{1,18}$/, "This is no reference to a message.")
  .transform((text): FrameReference => {
    const [station = "", micros = "", id = ""] = text.split(".");
    return { station: Number(station), micros, id };
  });

/** The time a reference names, inside a statement. */
export const timeOf = (micros: string) => `(timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond')`;
