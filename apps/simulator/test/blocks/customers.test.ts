import { describe, expect, it } from "vitest";
import { charging, withBlocks } from "./with-blocks";

const { csms, station, ask, codeFor } = withBlocks();

const tag = { idToken: "TAG1", type: "ISO14443" };

describe.each(["2.0.1", "2.1"] as const)("what a %s station knows of a customer", (version) => {
  const told = (requestId: number): string =>
    csms()
      .calls("NotifyCustomerInformation")
      .filter((part) => part.requestId === requestId)
      .map(({ data }) => data)
      .join("");

  it("is told, and forgotten", async () => {
    const virtual = await charging(station({ version }));
    const list = [{ idToken: tag, idTokenInfo: { status: "Accepted" } }];
    await ask("SendLocalList", { versionNumber: 1, updateType: "Full", localAuthorizationList: list });
    const about = async (requestId: number, report: boolean, clear: boolean): Promise<unknown> => {
      const { status } = await ask("CustomerInformation", { requestId, report, clear, idToken: tag });
      await virtual.settled();
      return status;
    };
    expect(await about(1, true, false)).toBe("Accepted");
    expect(told(1)).toMatch(/^Cache: Accepted\nLocal list: Accepted\nTransaction \S+ at EVSE 1 since \S+$/u);
    expect(await about(2, false, true)).toBe("Accepted");
    expect(told(2)).toBe("Forgotten");
    await virtual.unplug(1);
    expect(await about(3, true, false)).toBe("Accepted");
    expect(told(3)).toBe("Local list: Accepted");
    expect(await about(4, false, false)).toBe("Rejected");
  });

  it("is told of one customer, who must be named", async () => {
    const virtual = station({ version });
    await virtual.connect();
    const asked = { requestId: 1, report: true, clear: false };
    expect(await ask("CustomerInformation", asked)).toEqual({ status: "Invalid" });
    expect(await ask("CustomerInformation", { ...asked, idToken: tag, customerIdentifier: "C-1" })).toEqual({
      status: "Invalid",
    });
    expect(await ask("CustomerInformation", { ...asked, customerIdentifier: "C-1" })).toEqual({ status: "Accepted" });
    await virtual.settled();
    expect(told(1)).toBe("Nothing is known of this customer");
    expect(await codeFor("CustomerInformation", { requestId: 1 })).toBe("FormatViolation");
  });
});
