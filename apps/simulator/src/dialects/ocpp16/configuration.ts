import { longestChain, mostCertificates } from "../../blocks/certificates/certificates";
import { capacity, linesPerUpdate } from "../../blocks/local-list/local-list";
import { highestStackLevel, mostPeriods, mostProfiles } from "../../blocks/smart-charging/profile";
import type { Controls } from "../../charger/controls";
import type { Settings } from "../../charger/settings";
import { measurable } from "../measurands";

/** One key of the station's configuration: how it is read, and how it is written if it can be. */
export type ConfigurationKey = {
  key: string;
  /** Undefined for secrets: never shown. */
  read?(controls: Controls): string;
  /** Undefined for what cannot be changed. */
  write?(value: string, controls: Controls): Written;
};

export type Written = "Accepted" | "RebootRequired" | "Rejected";

/** The keys of a well-equipped 1.6 station. What stands behind a setting takes effect at once. */
export const configurationKeys: ConfigurationKey[] = [
  flag("AllowOfflineTxForUnknownId", "offlineUnknownTokens"),
  flag("AuthorizationCacheEnabled", "tokenCache"),
  flag("AuthorizeRemoteTxRequests", "authorizeRemoteStart"),
  keptNumber("BlinkRepeat", "3", 0, 20),
  seconds("ClockAlignedDataInterval", "alignedMs", 86_400),
  seconds("ConnectionTimeOut", "connectionTimeOutMs", 3_600),
  afterReboot("ConnectorPhaseRotation", "0.RST,1.RST,2.RST", /^\d+\.\w+(?:,\d+\.\w+)*$/u),
  fixed("ConnectorPhaseRotationMaxLength", () => "5"),
  fixed("CustomDisplayCostAndPrice", () => "true"),
  // Of our own making: what stands before the driver's eyes now.
  fixed("ShownMessage", ({ blocks }) => blocks.costs.shown.join("\n").slice(0, 500)),
  fixed("GetConfigurationMaxKeys", () => "50"),
  seconds("HeartbeatInterval", "heartbeatMs", 86_400),
  keptNumber("LightIntensity", "80", 0, 100),
  flag("LocalAuthorizeOffline", "localAuthorizeOffline"),
  flag("LocalPreAuthorize", "localPreAuthorize"),
  seconds("MessageTimeout", "messageTimeoutMs", 600),
  measurandList("MeterValuesAlignedData", "alignedMeasurands"),
  fixed("MeterValuesAlignedDataMaxLength", () => String(measurable.length)),
  measurandList("MeterValuesSampledData", "sampledMeasurands"),
  fixed("MeterValuesSampledDataMaxLength", () => String(measurable.length)),
  seconds("MeterValueSampleInterval", "sampleMs", 86_400),
  keptNumber("MinimumStatusDuration", "0", 0, 60),
  fixed("NumberOfConnectors", ({ charger }) => String(charger.evses.length)),
  keptNumber("ResetRetries", "1", 0, 10),
  fixed("StopTransactionMaxMeterValues", () => "2"),
  fixed("StopTransactionOnEVSideDisconnect", () => "true"),
  flag("StopTransactionOnInvalidId", "stopOnInvalidId"),
  fixed("StopTxnAlignedData", () => ""),
  measurandList("StopTxnSampledData", "endedMeasurands"),
  fixed("StopTxnSampledDataMaxLength", () => String(measurable.length)),
  fixed(
    "SupportedFeatureProfiles",
    () => "Core,FirmwareManagement,LocalAuthListManagement,Reservation,SmartCharging,RemoteTrigger",
  ),
  fixed("SupportedFeatureProfilesMaxLength", () => "6"),
  number("TransactionMessageAttempts", "transactionAttempts", 1, 20),
  seconds("TransactionMessageRetryInterval", "transactionRetryMs", 3_600),
  fixed("UnlockConnectorOnEVSideDisconnect", () => "true"),
  seconds("WebSocketPingInterval", "pingMs", 3_600),
  fixed("SupportedFileTransferProtocols", () => "HTTP,HTTPS,FTP"),
  flag("LocalAuthListEnabled", "localList"),
  fixed("LocalAuthListMaxLength", () => String(capacity)),
  fixed("SendLocalListMaxLength", () => String(linesPerUpdate)),
  fixed("ReserveConnectorZeroSupported", () => "true"),
  fixed("ChargeProfileMaxStackLevel", () => String(highestStackLevel)),
  fixed("ChargingScheduleAllowedChargingRateUnit", () => "Current,Power"),
  fixed("ChargingScheduleMaxPeriods", () => String(mostPeriods)),
  fixed("MaxChargingProfilesInstalled", () => String(mostProfiles)),
  fixed("ConnectorSwitch3to1PhaseSupported", () => "false"),
  fixed("CertificateSignedMaxChainSize", () => String(longestChain)),
  fixed("CertificateStoreMaxLength", () => String(mostCertificates)),
  fixed("AdditionalRootCertificateCheck", () => "false"),
  {
    key: "AuthorizationKey",
    write(value, controls) {
      if (value.length % 2 !== 0 || !/^[0-9a-f]{32,40}$/iu.test(value)) return "Rejected";
      controls.changeSecret(value);
      return "Accepted";
    },
  },
  kept("CpoName", "", /^.{0,64}$/u),
  fixed("SecurityProfile", ({ secured }) => (secured() ? "1" : "0")),
  kept("DisplayText", "Welcome", /^.{0,60}$/u),
  afterReboot("ModemApn", "internet", /^[\w.]{1,60}$/u),
  fixed("FirmwareVersion", ({ about }) => about.firmware),
];

function fixed(key: string, read: (controls: Controls) => string): ConfigurationKey {
  return { key, read };
}

type Keys<T> = { [K in keyof Settings]: Settings[K] extends T ? K : never }[keyof Settings];

function flag(key: string, setting: Keys<boolean>): ConfigurationKey {
  return {
    key,
    read: ({ settings }) => String(settings[setting]),
    write(value, { settings }) {
      const wanted = { true: true, false: false }[value.toLowerCase()];
      if (wanted === undefined) return "Rejected";
      settings[setting] = wanted;
      return "Accepted";
    },
  };
}

function seconds(key: string, setting: Keys<number>, most: number): ConfigurationKey {
  return scaledNumber(key, setting, 1000, 0, most);
}

function number(key: string, setting: Keys<number>, least: number, most: number): ConfigurationKey {
  return scaledNumber(key, setting, 1, least, most);
}

function scaledNumber(
  key: string,
  setting: Keys<number>,
  scale: number,
  least: number,
  most: number,
): ConfigurationKey {
  return {
    key,
    read: ({ settings }) => String(settings[setting] / scale),
    write(value, { settings }) {
      const wanted = wholeNumber(value, least, most);
      if (wanted === undefined) return "Rejected";
      settings[setting] = wanted * scale;
      return "Accepted";
    },
  };
}

function measurandList(key: string, setting: Keys<string[]>): ConfigurationKey {
  return {
    key,
    read: ({ settings }) => settings[setting].join(","),
    write(value, { settings }) {
      const wanted = value === "" ? [] : value.split(",").map((item) => item.trim());
      if (wanted.some((item) => !measurable.includes(item))) return "Rejected";
      settings[setting] = wanted;
      return "Accepted";
    },
  };
}

/** A key that the station only remembers. */
function kept(key: string, initial: string, fits: RegExp): Required<ConfigurationKey> {
  return {
    key,
    read: ({ stored }) => stored.get(key) ?? initial,
    write(value, { stored }) {
      if (!fits.test(value)) return "Rejected";
      stored.set(key, value);
      return "Accepted";
    },
  };
}

function keptNumber(key: string, initial: string, least: number, most: number): ConfigurationKey {
  return {
    ...kept(key, initial, /^/u),
    write(value, { stored }) {
      if (wholeNumber(value, least, most) === undefined) return "Rejected";
      stored.set(key, value);
      return "Accepted";
    },
  };
}

/** Remembered now, in force after the next restart. */
function afterReboot(key: string, initial: string, fits: RegExp): ConfigurationKey {
  const { read, write } = kept(key, initial, fits);
  return {
    key,
    read,
    write: (value, controls) => (write(value, controls) === "Accepted" ? "RebootRequired" : "Rejected"),
  };
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  if (!/^-?\d+$/u.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}
