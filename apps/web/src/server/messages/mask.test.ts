import { describe, expect, it } from "vitest";
import { withoutSecretValues } from "./mask";

describe("a frame that carries a secret", () => {
  it("is shown without the value in a configuration key of 1.6", () => {
    const frame = '[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"00112233445566778899"}]';
    expect(withoutSecretValues(frame)).toBe(
      '[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"••••••••"}]',
    );
  });

  it("is shown without the value of a variable of 2.x, whatever the case of its letters", () => {
    const frame = JSON.stringify([
      2,
      "1",
      "SetVariables",
      {
        setVariableData: [
          {
            component: { name: "SecurityCtrlr" },
            variable: { name: "basicauthpassword" },
            attributeValue: "tell-nobody",
          },
          { component: { name: "ClockCtrlr" }, variable: { name: "TimeZone" }, attributeValue: "Europe/Berlin" },
        ],
      },
    ]);
    const shown = withoutSecretValues(frame);
    expect(shown).not.toContain("tell-nobody");
    expect(shown).toContain("Europe/Berlin");
  });

  it("is shown without a field that is called a password", () => {
    expect(withoutSecretValues('[2,"1","SetNetworkProfile",{"apn":{"apnPassword":"tell-nobody"}}]')).not.toContain(
      "tell-nobody",
    );
  });

  it("is not shown at all when it cannot be read", () => {
    expect(withoutSecretValues('[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"0011')).not.toContain(
      "0011",
    );
  });
});

it("leaves every other frame exactly as it came", () => {
  const frame = '[2, "1",  "Heartbeat", {}]';
  expect(withoutSecretValues(frame)).toBe(frame);
});
