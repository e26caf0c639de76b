import { monitoringBases, monitorKinds } from "@chargehand/domain/maintenance/monitor";
import { logKinds, type MaintenanceCommand } from "@chargehand/domain/orders/maintenance";
import { z } from "zod";
import { variable } from "./schema-variable";

const moment = z.iso.datetime({ offset: true });
/** Where firmware lies that is not ours. */
export const firmwareAddress = z
  .url({ protocol: /^(https?|ftps?|sftp)$/, error: "Firmware is fetched from an address." })
  .max(512);
const severity = z.int().min(0).max(9);
const monitorNumber = z.int().min(0);
const hash = z.string().regex(/^[0-9a-f]{1,128}$/i, "A hash is written in hexadecimal.");

const checksum = z.string().regex(/^[0-9a-f]{32}$/i, "A checksum is an MD5: 32 hexadecimal digits.");

const token = z.object({ value: z.string().trim().min(1).max(255), kind: z.string().max(40) });
const certificate = z.object({
  algorithm: z.enum(["SHA256", "SHA384", "SHA512"]),
  issuerName: hash,
  issuerKey: hash,
  serialNumber: hash.max(40),
});

/** What looks after a station, as it comes from a browser. */
export const maintenanceSchemas = [
  z.object({
    type: z.literal("read-log"),
    log: z.enum(logKinds),
    from: moment.optional(),
    until: moment.optional(),
  }),
  z
    .object({
      type: z.literal("update-firmware"),
      location: firmwareAddress.optional(),
      image: z.int().optional(),
      unsigned: z.boolean().optional(),
      version: z.string().trim().min(1).max(50).optional(),
      retrieveAt: moment,
      installAt: moment.optional(),
      retries: z.int().min(0).max(100).optional(),
      retrySeconds: z.int().min(0).max(86_400).optional(),
      signature: z.string().trim().min(1).max(800).optional(),
      certificate: z.string().trim().min(1).max(5_500).optional(),
    })
    .refine(
      ({ location, image }) => (location === undefined) !== (image === undefined),
      "Say from where: an address, or an image of the library.",
    ),
  z
    .object({
      type: z.literal("publish-firmware"),
      location: firmwareAddress.optional(),
      image: z.int().optional(),
      checksum: checksum.optional(),
      retries: z.int().min(0).max(100).optional(),
      retrySeconds: z.int().min(0).max(86_400).optional(),
    })
    .refine(
      ({ location, image, checksum: md5 }) =>
        image === undefined ? location !== undefined && md5 !== undefined : location === undefined,
      "Say what: an address with its checksum, or an image of the library.",
    ),
  z.object({ type: z.literal("unpublish-firmware"), checksum }),
  z.object({ type: z.literal("read-monitors") }),
  z.object({
    type: z.literal("set-monitor"),
    id: monitorNumber.optional(),
    variable,
    kind: z.enum(monitorKinds),
    value: z.number(),
    severity,
  }),
  z.object({ type: z.literal("clear-monitors"), monitors: z.array(monitorNumber).min(1).max(500) }),
  z.object({ type: z.literal("set-monitoring-base"), base: z.enum(monitoringBases) }),
  z.object({ type: z.literal("set-monitoring-level"), severity }),
  z
    .object({
      type: z.literal("ask-customer-information"),
      about: z.union([
        z.strictObject({ token }),
        z.strictObject({ customer: z.string().trim().min(1).max(64) }),
        z.strictObject({ certificate }),
      ]),
      report: z.boolean(),
      clear: z.boolean(),
    })
    .refine(({ report, clear }) => report || clear, "Say whether to tell, to forget, or both."),
  z.object({ type: z.literal("read-streams") }),
  z.object({
    type: z.literal("adjust-stream"),
    stream: z.int().min(0),
    intervalSeconds: z.int().min(0).max(86_400).optional(),
    values: z.int().min(0).max(10_000).optional(),
  }),
] as const;

/** One of each, to learn whether a version has words for it. */
export const maintenanceExamples = {
  "read-log": { type: "read-log", log: "diagnostics" },
  "update-firmware": {
    type: "update-firmware",
    location: "https://files.example/f",
    retrieveAt: "2030-01-01T00:00:00Z",
  },
  "publish-firmware": {
    type: "publish-firmware",
    location: "https://files.example/f",
    checksum: "0".repeat(32),
  },
  "unpublish-firmware": { type: "unpublish-firmware", checksum: "0".repeat(32) },
  "read-monitors": { type: "read-monitors" },
  "set-monitor": {
    type: "set-monitor",
    variable: { component: "Component", name: "Name" },
    kind: "above",
    value: 1,
    severity: 9,
  },
  "clear-monitors": { type: "clear-monitors", monitors: [1] },
  "set-monitoring-base": { type: "set-monitoring-base", base: "all" },
  "set-monitoring-level": { type: "set-monitoring-level", severity: 9 },
  "ask-customer-information": {
    type: "ask-customer-information",
    about: { customer: "EXAMPLE" },
    report: true,
    clear: false,
  },
  "read-streams": { type: "read-streams" },
  "adjust-stream": { type: "adjust-stream", stream: 1, intervalSeconds: 60 },
} as const satisfies { [T in MaintenanceCommand["type"]]: Extract<MaintenanceCommand, { type: T }> };
