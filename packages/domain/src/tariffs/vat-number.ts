import { stdnum, type Validator } from "stdnum";

/** By the letters a number begins with: those of the European Union and of its neighbours. Greece writes EL, Northern Ireland XI. */
const validators: Readonly<Record<string, Validator | undefined>> = {
  AT: stdnum.AT?.uid,
  BE: stdnum.BE?.vat,
  BG: stdnum.BG?.vat,
  CH: stdnum.CH?.vat,
  CY: stdnum.CY?.vat,
  CZ: stdnum.CZ?.dic,
  DE: stdnum.DE?.vat,
  DK: stdnum.DK?.cvr,
  EE: stdnum.EE?.kmkr,
  EL: stdnum.GR?.vat,
  ES: stdnum.ES?.nif,
  FI: stdnum.FI?.alv,
  FR: stdnum.FR?.tva,
  GB: stdnum.GB?.vat,
  HR: stdnum.HR?.oib,
  HU: stdnum.HU?.anum,
  IE: stdnum.IE?.vat,
  IT: stdnum.IT?.iva,
  LT: stdnum.LT?.pvm,
  LU: stdnum.LU?.tva,
  LV: stdnum.LV?.pvn,
  MT: stdnum.MT?.vat,
  NL: stdnum.NL?.btw,
  NO: stdnum.NO?.mva,
  PL: stdnum.PL?.nip,
  PT: stdnum.PT?.nif,
  RO: stdnum.RO?.cf,
  SE: stdnum.SE?.vat,
  SI: stdnum.SI?.ddv,
  SK: stdnum.SK?.dph,
  XI: stdnum.GB?.vat,
};

/**
 * What is wrong with a VAT number by its country's own rules of form and check digits; undefined where nothing is. A
 * number that keeps to them need not be registered: no register is asked.
 */
export function faultInVatNumber(said: string): string | undefined {
  const number = said.replace(/[\s.-]/g, "").toUpperCase();
  const country = number.slice(0, 2);
  if (!/^[A-Z]{2}/.test(country)) return "a VAT number begins with the two letters of its country";
  const validator = Object.hasOwn(validators, country) ? validators[country] : undefined;
  if (!validator) return `no rules for VAT numbers of ${country} are known here`;
  // The Swiss number counts its E to itself: CHE.
  const { isValid } = validator.validate(country === "CH" ? number : number.slice(2));
  return isValid ? undefined : `it does not keep to the form and check digits of VAT numbers of ${country}`;
}
