import { z } from "zod";
import { type Writer, write } from "../write";
import { chosenSql, chosenStations } from "./chosen";
import type { Lookup } from "./field-sql";

const tag = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "A tag is a word.")
  .max(50)
  .regex(/^[^\s",:*<>-][^\s",:*<>]*$/, "A tag is one word, without quotes, commas, colons or stars.");

export const tagging = z.object({
  chosen: chosenStations,
  add: z.array(tag).max(20).default([]),
  remove: z.array(tag).max(20).default([]),
});

/** Gives tags to many stations, or takes them away; each station has at most fifty. */
export async function tagMany(
  context: Writer & Lookup,
  { chosen, add, remove }: z.output<typeof tagging>,
): Promise<{ stations: number }> {
  const { condition, parameters } = await chosenSql(context, chosen);
  const [added, removed] = [parameters.add(add), parameters.add(remove)];
  return write(context, async (tx, tell) => {
    const changed = await tx.$queryRawUnsafe<{ id: number }[]>(
      `UPDATE station s SET tags = next.tags
       FROM (SELECT s.id, (ARRAY(SELECT DISTINCT tag FROM unnest(s.tags || ${added}::text[]) tag
           WHERE tag <> ALL (${removed}::text[]) ORDER BY tag))[1:50] AS tags
         FROM station s WHERE ${condition}) next
       WHERE s.id = next.id AND s.tags <> next.tags RETURNING s.id`,
      ...parameters.values,
    );
    tell.audit({
      action: "station.tag",
      subject: chosen.is === "all" ? "stations" : `stations:${chosen.ids.slice(0, 50).join(",")}`,
      after: { add, remove, stations: changed.length, ...(chosen.is === "all" && { q: chosen.q }) },
    });
    for (const { id } of changed) tell.event({ station: id, event: { type: "station.changed", what: "renamed" } });
    return { stations: changed.length };
  });
}
