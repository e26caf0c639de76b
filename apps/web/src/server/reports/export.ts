import type { z } from "zod";
import type { SignedIn } from "../context";
import { csvLine } from "../csv";
import { type Writer, write } from "../write";
import { type sessionReport, sumSessions } from "./sessions";
import { pageOfUptime, type uptimeAsked, uptimePage } from "./uptime";

type Exporter = Writer & Pick<SignedIn, "pool">;

/** A month's uptime of every station as lines of CSV; who took it is in the audit. */
export async function* exportUptime(context: Exporter, asked: z.output<typeof uptimeAsked>): AsyncGenerator<string> {
  await note(context, "uptime", asked);
  yield csvLine(["station", "name", "site", "time_zone", "uptime_percent", "due_s", "away_s", "excluded_s", "outages"]);
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    const { rows, next } = await pageOfUptime(context, uptimePage.parse({ ...asked, limit: 200, cursor }));
    yield rows
      .map(({ identity, name, site, zone, dueS, awayS, excludedS, outages }) => {
        const percent = dueS > 0 ? Math.round((1 - awayS / dueS) * 100_000) / 1_000 : null;
        return csvLine([identity, name, site, zone, percent, dueS, awayS, excludedS, outages]);
      })
      .join("");
    cursor = next;
  }
}

/** What sessions come to as lines of CSV: one for each thing they have in common and each currency. */
export async function* exportSums(context: Exporter, asked: z.output<typeof sessionReport>): AsyncGenerator<string> {
  await note(context, "sessions", asked);
  yield csvLine([asked.by, "sessions", "energy_kwh", "sessions_with_energy", "duration_s", "money", "currency"]);
  for (const { key, sessions, energyWh, withEnergy, seconds, money } of await sumSessions(context, asked)) {
    const sums = Object.entries(money);
    const facts = [key, sessions, energyWh / 1_000, withEnergy, Math.round(seconds)];
    yield sums.length === 0
      ? csvLine([...facts, null, null])
      : sums
          .map(([currency, sum], index) =>
            // What is not money is said once, so that a column can be added up.
            csvLine([key, ...(index === 0 ? facts.slice(1) : [0, 0, 0, 0]), Number(sum), currency]),
          )
          .join("");
  }
}

const note = (context: Writer, report: string, asked: object) =>
  write(context, async (_tx, tell) =>
    tell.audit({ action: "report.export", subject: `report:${report}`, after: { ...asked } }),
  );
