import type { WorkOf } from "@chargehand/domain/campaigns/campaign";
import { verdictOf } from "@chargehand/domain/campaigns/fate";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { supportOf } from "../commands/support";
import type { Given, Kind } from "./kind";

/** Each station is told the same; one whose version has no words for it is not. */
export const commandKind = ({ command }: WorkOf<"command">): Kind => ({
  async give(_, stations) {
    // Asked once for each version, not for each station.
    const known = new Map<OcppVersion | null, Given>();
    const givenTo = (version: OcppVersion | null): Given => {
      const support = supportOf(version, command);
      return support.supported ? { tell: command } : { skip: support.reason };
    };
    return new Map(
      stations.map(({ id, version }) => {
        const given = known.get(version) ?? givenTo(version);
        known.set(version, given);
        return [id, given];
      }),
    );
  },
  verdict: (fate) => verdictOf(fate),
  permission: command.type === "raw" ? "commands.expert" : undefined,
  brief: { command: command.type },
});
