import pino from "pino";

/** The console's own log. No secrets, no payloads. */
export const log = pino({ name: "console", redact: ["*.password", "*.secret", "*.token"] });
