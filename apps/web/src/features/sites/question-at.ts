import { writePiece } from "../filter/pieces";

/** What is asked about stations, of those of one site: the same on the server, before the first paint, and here. */
export const questionAt = (site: string, written: string) =>
  [writePiece({ field: "site", values: [site] }), written].filter(Boolean).join(" ");
