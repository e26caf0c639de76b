import { longestChain, mostCertificates, organization } from "../../blocks/certificates/certificates";
import { displayVariables } from "../../blocks/display/variables";
import { capacity, linesPerUpdate } from "../../blocks/local-list/local-list";
import { monitoringVariables } from "../../blocks/monitoring/variables";
import { slots } from "../../blocks/network/network";
import { networkVariables21 } from "../../blocks/network/variables21";
import { highestStackLevel, mostPeriods, mostProfiles } from "../../blocks/smart-charging/profile";
import { tariffVariables, tariffVariables21 } from "../../blocks/tariffs/variables";
import type { Controls } from "../../charger/controls";
import type { Evse } from "../../charger/evse";
import { measurable } from "../measurands";
import { evseVariables, evseVariables21 } from "./evse-variables";
import { flag, given, kept, members, number, seconds, told, type Variable } from "./variable";

/** Everything there is to know about this station, EVSE by EVSE. */
export function deviceModel({ charger, version }: Controls): Variable[] {
  const added = version === "2.1" ? [...controllers21, ...charger.evses.flatMap(evseVariables21)] : [];
  return [...controllers, ...charger.evses.flatMap(evseVariables), ...added];
}

const startPoints = ["EVConnected", "Authorized", "PowerPathClosed", "EnergyTransfer"] as const;

const instance = (name: string, instanceName: string) => ({ name, instance: instanceName });

const controllers: Variable[] = [
  told("ChargingStation", "AvailabilityState", ({ charger }) => (charger.operative ? "Available" : "Unavailable"), {
    dataType: "OptionList",
    valuesList: ["Available", "Occupied", "Reserved", "Unavailable", "Faulted"],
    supportsMonitoring: true,
  }),
  given("ChargingStation", "Available", true),
  told("ChargingStation", "Model", ({ about }) => about.model, { maxLimit: 50, constant: true }),
  told("ChargingStation", "VendorName", ({ about }) => about.vendor, { maxLimit: 50, constant: true }),
  told("ChargingStation", "SerialNumber", ({ about }) => about.serial, { constant: true }),
  told("ChargingStation", "FirmwareVersion", ({ about }) => about.firmware),
  given("ChargingStation", "SupplyPhases", 3),
  kept("ChargingStation", "AllowNewSessionsPendingFirmwareUpdate", true),
  told("ChargingStation", "Problem", ({ charger }) => charger.evses.some(hasProblem), {
    dataType: "boolean",
    supportsMonitoring: true,
  }),

  flag("AuthCacheCtrlr", "Enabled", "tokenCache"),
  given("AuthCacheCtrlr", "Available", true),
  kept("AuthCacheCtrlr", "LifeTime", 86_400, { unit: "s", minLimit: 0, maxLimit: 2_592_000 }),
  kept("AuthCacheCtrlr", "Policy", "LRU", { dataType: "OptionList", valuesList: ["LRU", "LFU", "FIFO", "CUSTOM"] }),
  flag("AuthCtrlr", "AuthorizeRemoteStart", "authorizeRemoteStart"),
  given("AuthCtrlr", "Enabled", true),
  flag("AuthCtrlr", "LocalAuthorizeOffline", "localAuthorizeOffline"),
  flag("AuthCtrlr", "LocalPreAuthorize", "localPreAuthorize"),
  flag("AuthCtrlr", "OfflineTxForUnknownIdEnabled", "offlineUnknownTokens"),
  kept("AuthCtrlr", "MasterPassGroupId", "", { maxLimit: 36 }),
  given("AuthCtrlr", "AdditionalInfoItemsPerMessage", 4),
  given("LocalAuthListCtrlr", "Available", true),
  flag("LocalAuthListCtrlr", "Enabled", "localList"),
  told("LocalAuthListCtrlr", "Entries", ({ blocks }) => blocks.localList.size, {
    dataType: "integer",
    maxLimit: capacity,
  }),
  given("LocalAuthListCtrlr", "ItemsPerMessage", linesPerUpdate),
  given("LocalAuthListCtrlr", "BytesPerMessage", 65_536, { unit: "B" }),
  given("LocalAuthListCtrlr", "SupportsExpiryDateTime", true),

  seconds("AlignedDataCtrlr", "Interval", "alignedMs"),
  members("AlignedDataCtrlr", "Measurands", "alignedMeasurands"),
  given("AlignedDataCtrlr", "Available", true),
  given("AlignedDataCtrlr", "TxEndedInterval", 0, { unit: "s" }),
  given("AlignedDataCtrlr", "TxEndedMeasurands", "", { dataType: "MemberList", valuesList: measurable }),
  given("SampledDataCtrlr", "Available", true),
  seconds("SampledDataCtrlr", "TxUpdatedInterval", "sampleMs"),
  given("SampledDataCtrlr", "TxEndedInterval", 0, { unit: "s" }),
  members("SampledDataCtrlr", "TxStartedMeasurands", "startedMeasurands"),
  members("SampledDataCtrlr", "TxUpdatedMeasurands", "sampledMeasurands"),
  members("SampledDataCtrlr", "TxEndedMeasurands", "endedMeasurands"),

  told("ClockCtrlr", "DateTime", ({ now }) => new Date(now()).toISOString(), { dataType: "dateTime" }),
  kept("ClockCtrlr", "NtpServerUri", "pool.ntp.example", { maxLimit: 255 }),
  kept("ClockCtrlr", "NtpSource", "DHCP", { dataType: "OptionList", valuesList: ["DHCP", "manual"] }),
  kept("ClockCtrlr", "TimeOffset", "+01:00", { maxLimit: 6 }),
  kept("ClockCtrlr", "TimeZone", "Europe/Oslo", { maxLimit: 60 }),
  kept("ClockCtrlr", "TimeSource", "Heartbeat,NTP", {
    dataType: "SequenceList",
    valuesList: ["Heartbeat", "NTP", "GPS", "RealTimeClock", "MobileNetwork", "RadioTimeTransmitter"],
  }),
  kept("ClockCtrlr", "TimeAdjustmentReportingThreshold", 20, { unit: "s", minLimit: 0, maxLimit: 3_600 }),

  ...["GetReport", "GetVariables", "SetVariables"].flatMap((message) => [
    given("DeviceDataCtrlr", instance("BytesPerMessage", message), 65_536, { unit: "B" }),
    given("DeviceDataCtrlr", instance("ItemsPerMessage", message), 50),
  ]),
  given("DeviceDataCtrlr", "ConfigurationValueSize", 1_000),
  given("DeviceDataCtrlr", "ReportingValueSize", 2_500),
  given("DeviceDataCtrlr", "ValueSize", 1_000),

  ...displayVariables,
  ...monitoringVariables,

  told("OCPPCommCtrlr", "ActiveNetworkProfile", ({ blocks }) => blocks.network.active, { dataType: "integer" }),
  given("OCPPCommCtrlr", "FileTransferProtocols", "HTTP,HTTPS,FTP", {
    dataType: "MemberList",
    valuesList: ["FTP", "FTPS", "HTTP", "HTTPS", "SFTP"],
  }),
  seconds("OCPPCommCtrlr", "HeartbeatInterval", "heartbeatMs"),
  told("OCPPCommCtrlr", instance("MessageTimeout", "Default"), ({ settings }) => settings.messageTimeoutMs / 1000, {
    dataType: "integer",
    unit: "s",
  }),
  seconds("OCPPCommCtrlr", instance("MessageAttemptInterval", "TransactionEvent"), "transactionRetryMs", 3_600),
  number("OCPPCommCtrlr", instance("MessageAttempts", "TransactionEvent"), "transactionAttempts", {
    minLimit: 1,
    maxLimit: 20,
  }),
  kept("OCPPCommCtrlr", "NetworkConfigurationPriority", "0,1", {
    dataType: "SequenceList",
    valuesList: slots.map(String),
    rebootRequired: true,
  }),
  kept("OCPPCommCtrlr", "NetworkProfileConnectionAttempts", 3, { minLimit: 1, maxLimit: 20 }),
  seconds("OCPPCommCtrlr", "OfflineThreshold", "offlineThresholdMs"),
  kept("OCPPCommCtrlr", "PublicKeyWithSignedMeterValue", "Never", {
    dataType: "OptionList",
    valuesList: ["Never", "OncePerTransaction", "EveryMeterValue"],
  }),
  kept("OCPPCommCtrlr", "ResetRetries", 1, { minLimit: 0, maxLimit: 10 }),
  seconds("OCPPCommCtrlr", "RetryBackOffRandomRange", "backOffRandomMs", 3_600),
  number("OCPPCommCtrlr", "RetryBackOffRepeatTimes", "backOffRepeats", { maxLimit: 10 }),
  seconds("OCPPCommCtrlr", "RetryBackOffWaitMinimum", "backOffMinimumMs", 3_600),
  given("OCPPCommCtrlr", "UnlockOnEVSideDisconnect", true),
  seconds("OCPPCommCtrlr", "WebSocketPingInterval", "pingMs", 3_600),

  given("ReservationCtrlr", "Available", true),
  kept("ReservationCtrlr", "Enabled", true),
  given("ReservationCtrlr", "NonEvseSpecific", true),
  {
    component: { name: "SecurityCtrlr" },
    variable: { name: "BasicAuthPassword" },
    dataType: "string",
    maxLimit: 40,
    write(value, controls) {
      if (!/^[\w*\-=:+|@.]{16,40}$/u.test(value)) return "Rejected";
      controls.changeSecret(value);
      return "Accepted";
    },
  },
  told("SecurityCtrlr", "CertificateEntries", ({ blocks }) => blocks.certificates.count, {
    dataType: "integer",
    maxLimit: mostCertificates,
  }),
  given("SecurityCtrlr", "MaxCertificateChainSize", longestChain),
  given("SecurityCtrlr", "AdditionalRootCertificateCheck", false),
  told("SecurityCtrlr", "Identity", ({ identity }) => identity, { maxLimit: 48 }),
  kept("SecurityCtrlr", "OrganizationName", organization, { maxLimit: 64 }),
  told("SecurityCtrlr", "SecurityProfile", ({ secured }) => (secured() ? 1 : 0), { dataType: "integer" }),
  given("SmartChargingCtrlr", "Available", true),
  kept("SmartChargingCtrlr", "Enabled", true),
  told("SmartChargingCtrlr", "Entries", ({ blocks }) => blocks.smartCharging.select({}).length, {
    dataType: "integer",
    maxLimit: mostProfiles,
  }),
  given("SmartChargingCtrlr", "PeriodsPerSchedule", mostPeriods),
  given("SmartChargingCtrlr", "ProfileStackLevel", highestStackLevel),
  given("SmartChargingCtrlr", "RateUnit", "W,A", { dataType: "MemberList", valuesList: ["W", "A"] }),
  kept("SmartChargingCtrlr", "LimitChangeSignificance", 1, { unit: "Percent", minLimit: 0, maxLimit: 100 }),
  ...tariffVariables,

  seconds("TxCtrlr", "EVConnectionTimeOut", "connectionTimeOutMs", 3_600),
  kept("TxCtrlr", "MaxEnergyOnInvalidId", 0, { unit: "Wh", minLimit: 0, maxLimit: 50_000 }),
  given("TxCtrlr", "StopTxOnEVSideDisconnect", true),
  flag("TxCtrlr", "StopTxOnInvalidId", "stopOnInvalidId"),
  members("TxCtrlr", "TxStartPoint", "startPoints", startPoints),
  members("TxCtrlr", "TxStopPoint", "stopPoints", startPoints),
];

/** What came with 2.1. */
const controllers21: Variable[] = [
  ...networkVariables21,
  ...tariffVariables21,
  given("TxCtrlr", "AllowEnergyTransferResumption", true),
  given("TxCtrlr", "SupportedLimits", "maxEnergy,maxTime", {
    dataType: "MemberList",
    valuesList: ["maxEnergy", "maxTime"],
  }),
  kept("TxCtrlr", "ResumptionTimeout", 120, { unit: "s", minLimit: 0, maxLimit: 3_600 }),
];

function hasProblem({ connectors }: Evse): boolean {
  return connectors.some(({ fault }) => fault !== undefined);
}
