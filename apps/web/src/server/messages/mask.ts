import { isSecret, masked } from "../variables/secrets";

/**
 * A frame's text with the values of secrets covered: in a list of settings (`{ key, value }`, or a variable beside
 * its `attributeValue`) and under field names that say password. Text that is not JSON, or that holds none, stays as it is.
 */
export function withoutSecretValues(frame: string): string {
  const shown = withoutFileTokens(frame);
  if (!mayHold.test(shown)) return shown;
  try {
    const parts: unknown = JSON.parse(shown);
    return JSON.stringify(cover(tellsOfCustomer(parts) ? withoutCustomer(parts) : parts));
  } catch {
    // It names a secret and cannot be read: better nothing than too much.
    return masked;
  }
}

const mayHold =
  /NotifyCustomerInformation|authorizationkey|password|secret|passphrase|privatekey|sharedkey|apikey|apn/i;

// Whoever knows the address of a place for a file may put one there.
const withoutFileTokens = (text: string) => text.replaceAll(/(\/files\/)[A-Za-z0-9_-]{43}/g, `$1${masked}`);

// What a station knows of a customer is read where that is allowed, and not in its messages.
const tellsOfCustomer = (parts: unknown): parts is unknown[] =>
  Array.isArray(parts) && parts[2] === "NotifyCustomerInformation";
const withoutCustomer = (parts: unknown[]) =>
  parts.map((part, index) => (index === 3 ? { ...Object(part), data: masked } : part));

/** A payload with the values of its secrets covered. */
export const coverSecrets = (payload: object): object => Object(cover(payload));

function cover(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cover);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const secret = isSecret({ name: nameOf(value) });
  return Object.fromEntries(
    entries.map(([key, inner]) => {
      const hidden = typeof inner === "string" && (isSecret({ name: key }) || (secret && values.has(key)));
      return [key, hidden ? masked : cover(inner)];
    }),
  );
}

const values = new Set(["value", "attributeValue", "actualValue"]);

function nameOf(setting: object): string {
  if ("key" in setting && typeof setting.key === "string") return setting.key;
  if (!("variable" in setting) || typeof setting.variable !== "object" || setting.variable === null) return "";
  return "name" in setting.variable && typeof setting.variable.name === "string" ? setting.variable.name : "";
}
