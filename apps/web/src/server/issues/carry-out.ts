import type { Command } from "@chargehand/domain/command";
import { placeCommand } from "../commands/send";
import type { House } from "../context";
import { Conflict } from "../errors";
import { permissionsOf } from "../permissions";
import { type Writer, write } from "../write";

/** Rules act in nobody's name. */
const system: House = { is: "system", id: "system", name: "system", permissions: permissionsOf("operator") };

/** Gives the command of a try and says so in its issue, both or neither; unless the trouble has passed, or the rule is off. */
export const carryOut = (context: Omit<Writer, "person">, id: number): Promise<void> =>
  write({ ...context, person: system }, async (tx, tell) => {
    const [one] = await tx.$queryRaw<Planned[]>`
      SELECT t.issue_id AS issue, t.station_id AS station, t.command, r.name AS rule, i.active, i.state
      FROM issue_try t JOIN issue i ON i.id = t.issue_id LEFT JOIN issue_rule r ON r.id = t.rule_id AND r.enabled
      WHERE t.id = ${id} AND t.state = 'planned' FOR UPDATE OF t, i`;
    if (!one) throw new Conflict("This has been tried already.");
    const { issue, station, command, rule } = one;
    const now = context.clock();
    if (rule === null || one.active === 0 || one.state === "resolved") {
      await tx.issueTry.update({ where: { id }, data: { state: "dropped", settledAt: now } });
      tell.audit({ action: "issue.drop-try", subject: `issue:${issue}`, after: { try: id } });
      return;
    }

    const order = { station, command, ifOffline: "refuse", expiresInSeconds: 600, hold: false, reason: rule } as const;
    const { id: commandId } = await placeCommand({ person: system, clock: context.clock }, tx, tell, order);
    await tx.issueTry.update({ where: { id }, data: { state: "tried", triedAt: now, commandId } });
    await tx.issue.update({ where: { id: issue }, data: { state: "recovering" } });
    await tx.issueEntry.create({
      data: { issueId: issue, at: now, type: "tried", data: { try: id, command: commandId, rule } },
    });
    tell.event({ station, event: { type: "issue.changed", issue } });
  });

interface Planned {
  issue: number;
  station: number;
  command: Command;
  /** Nobody's any more when it was turned off meanwhile. */
  rule: string | null;
  active: number;
  state: string;
}
