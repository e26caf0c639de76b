import { describe, expect, it } from "vitest";
import type { Version } from "../../src/dialects/dialect";
import { versions } from "../stations";
import { malformed, withBlocks } from "./with-blocks";

const { csms, station, ask, codeFor } = withBlocks();

type Line = { token: string; status?: string; until?: string };

function update(version: Version, type: "Full" | "Differential", number: number, lines: Line[]): object {
  if (version === "1.6") {
    const list = lines.map(({ token, status, until }) => ({
      idTag: token,
      ...(status && { idTagInfo: { status, ...(until && { expiryDate: until }) } }),
    }));
    return { updateType: type, listVersion: number, localAuthorizationList: list };
  }
  const list = lines.map(({ token, status, until }) => ({
    idToken: { idToken: token, type: "ISO14443" },
    ...(status && { idTokenInfo: { status, ...(until && { cacheExpiryDateTime: until }) } }),
  }));
  return { updateType: type, versionNumber: number, ...(list.length > 0 && { localAuthorizationList: list }) };
}

describe.each(versions)("the local list of %s", (version) => {
  const send = async (type: "Full" | "Differential", number: number, ...lines: Line[]) =>
    (await ask("SendLocalList", update(version, type, number, lines))).status;
  const listVersion = async () => Object.values(await ask("GetLocalListVersion", {}))[0];

  it("is replaced by a full update, and changed line by line by a differential one", async () => {
    const virtual = station({ version });
    await virtual.connect();
    expect(await listVersion()).toBe(0);
    expect(await send("Full", 3, { token: "A", status: "Accepted" }, { token: "B", status: "Accepted" })).toBe(
      "Accepted",
    );
    expect(await send("Differential", 4, { token: "a", status: "Blocked" }, { token: "B" })).toBe("Accepted");
    expect(await listVersion()).toBe(4);

    virtual.goOffline();
    virtual.settings.offlineUnknownTokens = false;
    expect(await virtual.presentToken(1, "A")).toBe("refused");
    expect(await virtual.presentToken(1, "B")).toBe("refused");
  });

  it("refuses what does not fit as a whole, and stays as it was", async () => {
    const virtual = station({ version });
    await virtual.connect();
    await send("Full", 5, { token: "A", status: "Accepted" });
    expect(await send("Differential", 5, { token: "B", status: "Accepted" })).toBe("VersionMismatch");
    expect(await send("Full", 6, { token: "A", status: "Accepted" }, { token: "a", status: "Blocked" })).toBe("Failed");
    expect(await send("Full", 0, { token: "B", status: "Accepted" })).toBe("Failed");
    expect(await send("Full", 7, { token: "B" })).toBe("Failed");
    expect(await listVersion()).toBe(5);
    expect(await send("Full", 8)).toBe("Accepted");
    expect(await listVersion()).toBe(0);
  });

  it("lets in whom it lists while there is no line, as long as the entry is good", async () => {
    const virtual = station({ version, settings: { offlineUnknownTokens: false } });
    await virtual.connect();
    const past = "2020-01-01T00:00:00Z";
    await send("Full", 1, { token: "A", status: "Accepted" }, { token: "OLD", status: "Accepted", until: past });
    virtual.goOffline();
    expect(await virtual.presentToken(1, "STRANGER")).toBe("refused");
    expect(await virtual.presentToken(1, "OLD")).toBe("refused");
    expect(await virtual.presentToken(1, "A")).toBe("accepted");
  });

  it("spares the question when it may decide beforehand", async () => {
    const virtual = station({ version, settings: { localPreAuthorize: true } });
    await virtual.connect();
    await send("Full", 1, { token: "A", status: "Accepted" });
    expect(await virtual.presentToken(1, "A")).toBe("accepted");
    expect(csms().calls("Authorize")).toEqual([]);
    expect(await virtual.presentToken(2, "B")).toBe("accepted");
    expect(csms().calls("Authorize")).toHaveLength(1);
  });

  it("says so when it is switched off, and when it was told nonsense", async () => {
    const virtual = station({ version, settings: { localList: false } });
    await virtual.connect();
    expect(await send("Full", 1, { token: "A", status: "Accepted" })).toBe(
      version === "1.6" ? "NotSupported" : "Failed",
    );
    expect(await listVersion()).toBe(version === "1.6" ? -1 : 0);
    expect(await codeFor("SendLocalList", { updateType: "Partly" })).toBe(malformed[version]);
  });
});
