import { afterEach, describe, expect, it } from "vitest";
import { PlainCsms } from "../plain-csms";
import { withBlocks } from "./with-blocks";

const { csms, station, ask, codeFor } = withBlocks();

const others: PlainCsms[] = [];
afterEach(async () => {
  for (const other of others.splice(0)) await other.stop();
});

const profile = (more: object = {}) => ({
  ...{ ocppVersion: "OCPP20", ocppTransport: "JSON", ocppInterface: "Wired0", messageTimeout: 30, securityProfile: 1 },
  ocppCsmsUrl: "ws://127.0.0.1:9/ocpp",
  ...more,
});
const set = async (slot: number, more: object = {}) =>
  (await ask("SetNetworkProfile", { configurationSlot: slot, connectionData: profile(more) })).status;
const prefer = async (order: string): Promise<void> => {
  const priority = { component: { name: "OCPPCommCtrlr" }, variable: { name: "NetworkConfigurationPriority" } };
  await ask("SetVariables", { setVariableData: [{ ...priority, attributeValue: order }] });
};

describe.each(["2.0.1", "2.1"] as const)("a way to another CSMS in %s", (version) => {
  it("is taken after a restart, in the order that was set, with a boot", async () => {
    const other = await PlainCsms.start();
    others.push(other);
    const virtual = station({ version, secret: "a-password-of-16-characters" });
    await virtual.connect();
    expect(await set(1, { ocppCsmsUrl: other.url })).toBe("Accepted");
    await prefer("1,0");
    expect(other.connections).toBe(0);
    await ask("Reset", { type: "Immediate" });
    await expect.poll(() => other.calls("BootNotification").length).toBe(1);
    expect(other.calls("BootNotification")).toMatchObject([{ reason: "RemoteReset" }]);
    expect(other.upgrades[0]).toMatchObject({ path: "/ocpp/CS-1", protocol: `ocpp${version}` });
  });

  it("is left again when it leads nowhere", async () => {
    const virtual = station({ version });
    await virtual.connect();
    expect(await set(1)).toBe("Accepted");
    await prefer("1,0");
    await ask("Reset", { type: "Immediate" });
    await virtual.ledger.waitFor(({ kind }) => kind === "refused");
    await expect.poll(() => csms().calls("BootNotification").length).toBe(2);
    expect(virtual.ledger.entries.filter(({ kind }) => kind === "refused")).toHaveLength(3);
  });

  it("is refused when the station cannot go it", async () => {
    await station({ version, secret: "a-password-of-16-characters" }).connect();
    expect(await set(7)).toBe("Rejected");
    expect(await set(0)).toBe("Rejected");
    expect(await set(1, { securityProfile: 0 })).toBe("Rejected");
    expect(await set(1, { ocppTransport: "SOAP" })).toBe("Rejected");
    expect(await set(1, { ocppVersion: "OCPP15" })).toBe("Rejected");
    expect(await set(1, { ocppCsmsUrl: "https://csms.example" })).toBe("Rejected");
    expect(await codeFor("SetNetworkProfile", { configurationSlot: 1 })).toBe("FormatViolation");
  });
});

it("takes its new name and password along, where 2.1 gives it some", async () => {
  const virtual = station({ version: "2.1", secret: "a-password-of-16-characters" });
  await virtual.connect();
  const named = { ocppCsmsUrl: csms().url, identity: "CS-NEW", basicAuthPassword: "another-password" };
  expect(await set(1, named)).toBe("Accepted");
  await prefer("1");
  await ask("Reset", { type: "Immediate" });
  await expect.poll(() => csms().upgrades.length).toBe(2);
  const [, upgrade] = csms().upgrades;
  expect(upgrade?.path).toBe("/ocpp/CS-NEW");
  const variable = (name: string) => ({
    component: { name: "NetworkConfiguration", instance: "1" },
    variable: { name },
  });
  await virtual.ledger.waitFor(() => virtual.ledger.counts.connected === 2);
  expect(await ask("GetVariables", { getVariableData: [variable("OcppCsmsUrl"), variable("Identity")] })).toMatchObject(
    {
      getVariableResult: [{ attributeValue: csms().url }, { attributeValue: "CS-NEW" }],
    },
  );
  expect(Buffer.from(upgrade?.authorization?.slice(6) ?? "", "base64").toString()).toBe("CS-NEW:another-password");
});
