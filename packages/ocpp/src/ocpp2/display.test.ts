import { describe, expect, it } from "vitest";
import { dialects } from "../dialects";

const effect = (action: string) => {
  const found = dialects["2.1"].effect(action);
  if (!found) throw new Error(`nothing is known of ${action}`);
  return found;
};
const info = { id: 7, priority: "AlwaysFront", message: { format: "UTF8", content: "Hello" } };

describe("messages on the display", () => {
  it("are told in parts, of which the last says so by saying nothing", () => {
    const adapter = dialects["2.0.1"].inbound("NotifyDisplayMessages");
    const report = (payload: object) => adapter?.toReport(payload, { receivedAt: new Date(), note: () => undefined });
    expect(report({ requestId: 5, tbc: true })).toMatchObject({ part: { requestId: 5, last: false }, holdings: [] });
    const message = { ...info, state: "Suspended", startDateTime: "2026-05-01T10:00:00+02:00" };
    expect(report({ requestId: 5, messageInfo: [message] })).toEqual({
      type: "part",
      of: "display-messages",
      part: { requestId: 5, last: true },
      holdings: [
        {
          kind: "display-message",
          key: "7",
          value: {
            text: "Hello",
            format: "utf8",
            priority: "always-front",
            state: "suspended",
            from: "2026-05-01T08:00:00.000Z",
          },
        },
      ],
    });
  });

  it("take the place of the one that was always in front", () => {
    const reports = effect("SetDisplayMessage").toReports?.({ message: info }, { status: "Accepted" });
    expect(reports).toMatchObject([
      {
        changes: [
          { do: "clear", kind: "display-message", matching: { priority: "always-front" } },
          { do: "set", kind: "display-message", key: "7" },
        ],
      },
    ]);
    expect(effect("SetDisplayMessage").toReports?.({ message: info }, { status: "Rejected" })).toEqual([]);
  });

  it.each([
    ["all of them", {}, [{ do: "clear", kind: "display-message" }]],
    ["those that were named", { id: [7] }, [{ do: "clear", kind: "display-message", key: "7" }]],
  ])("are gone when the station knows none: %s", (_what, criteria, changes) => {
    const request = { requestId: 5, ...criteria };
    expect(effect("GetDisplayMessages").toReports?.(request, { status: "Unknown" })).toEqual([
      { type: "held", changes },
    ]);
    expect(effect("GetDisplayMessages").toReports?.(request, { status: "Accepted" })).toEqual([]);
  });

  it("of one priority say nothing of the others", () => {
    const request = { requestId: 5, priority: "InFront" };
    expect(effect("GetDisplayMessages").toReports?.(request, { status: "Unknown" })).toEqual([]);
    expect(effect("GetDisplayMessages").proof?.(request)).toMatchObject({ watch: { whole: false } });
  });
});

describe("tariffs of a station", () => {
  it("are known whole when all evses were asked about", () => {
    const { toReports } = effect("GetTariffs");
    const tariffAssignments = [{ tariffId: "T", tariffKind: "DriverTariff", idTokens: ["A"] }];
    expect(toReports?.({ evseId: 0 }, { status: "Accepted", tariffAssignments })).toEqual([
      {
        type: "held",
        changes: [
          { do: "clear", kind: "tariff" },
          {
            do: "set",
            kind: "tariff",
            key: "driver/T",
            value: { name: "T", kind: "driver", evses: [], tokens: ["A"] },
          },
        ],
      },
    ]);
    expect(toReports?.({ evseId: 0 }, { status: "NoTariff" })).toEqual([
      { type: "held", changes: [{ do: "clear", kind: "tariff" }] },
    ]);
    expect(toReports?.({ evseId: 1 }, { status: "Accepted", tariffAssignments })).toEqual([]);
  });
});
