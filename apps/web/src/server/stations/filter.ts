import { z } from "zod";
import { type StationField, stationFields } from "../../features/stations/station-fields";
import { type Where, whereOf } from "../filter/where";
import type { SqlParameters } from "../sql";
import { type Lookup, stationFieldSql } from "./field-sql";

export const ocppVersions = ["1.6", "2.0.1", "2.1"] as const;

/** A filter of stations as an operator writes it: `status:faulted site:"Köln Süd" abb`. */
export const writtenFilter = z.string().max(4_000).default("");

/** Which stations are meant, as a question of its own. */
export const stationQuestion = z.object({ q: writtenFilter });

/** The conditions of a written filter over station `s`. Only approved ones are meant where it does not say which. */
export async function stationsWhere(
  lookup: Lookup,
  written: string,
  parameters: SqlParameters,
  leftOut?: StationField,
): Promise<Where<StationField>> {
  const where = await whereOf(stationFields, stationFieldSql(lookup, parameters), written, leftOut);
  if (where.said.has("approval") || leftOut === "approval") return where;
  return { ...where, without: (...fields) => `s.approval = 'approved' AND ${where.without(...fields)}` };
}
