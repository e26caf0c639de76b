import { describe, expect, it } from "vitest";
import { faultInVatNumber } from "./vat-number";

describe("a VAT number", () => {
  it.each([
    "DE136695976",
    "ATU13585627",
    "NL004495445B01",
    "FR40303265045",
    "EL094259216",
    "GB980780684",
    "XI980780684",
    "CHE107787577IVA",
    "ESB58378431",
    "NO995525828MVA",
    "DK13585628",
    " de 136.695-976 ",
  ])("%s keeps to the rules of its country", (number) => {
    expect(faultInVatNumber(number)).toBeUndefined();
  });

  it.each([
    ["DE136695979", "check digits of VAT numbers of DE"],
    ["NL004495445", "check digits of VAT numbers of NL"],
    ["DE", "check digits of VAT numbers of DE"],
    ["136695976", "begins with the two letters"],
    ["", "begins with the two letters"],
    ["ZZ123", "no rules for VAT numbers of ZZ"],
    ["constructor", "no rules for VAT numbers of CO"],
  ])("%s does not, and it is said why", (number, why) => {
    expect(faultInVatNumber(number)).toContain(why);
  });
});
