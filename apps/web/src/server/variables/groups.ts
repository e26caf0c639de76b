import type { VariableRef } from "@chargehand/domain/variable";
import { type VariableGroup, variableGroups } from "../../features/variables/variable-view";

/** The chapter of a variable: by its component, or in 1.6, which has none, by its key. Names differ in case in the field. */
export function groupOf({ component, name }: Pick<VariableRef, "component" | "name">): VariableGroup {
  if (component === "") return keys.get(name.replace(/\[.*\]$/, "").toLowerCase()) ?? "vendor";
  const known = components.get(component.toLowerCase());
  if (known) return known;
  // Standard controllers are all in the table; what else calls itself one is the maker's own.
  return /ctrlr$/i.test(component) || component.includes(".") ? "vendor" : "hardware";
}

const folded = (table: Partial<Record<VariableGroup, readonly string[]>>): Map<string, VariableGroup> =>
  new Map(
    variableGroups.flatMap((group) =>
      (table[group] ?? []).map((name): [string, VariableGroup] => [name.toLowerCase(), group]),
    ),
  );

const components = folded({
  connection: ["OCPPCommCtrlr", "NetworkConfiguration"],
  security: ["SecurityCtrlr"],
  clock: ["ClockCtrlr"],
  authorization: ["AuthCtrlr", "AuthCacheCtrlr", "LocalAuthListCtrlr", "TokenReader"],
  transactions: ["TxCtrlr"],
  metering: ["SampledDataCtrlr", "AlignedDataCtrlr", "FiscalMetering"],
  "smart-charging": ["SmartChargingCtrlr", "V2XChargingCtrlr", "ACDERCtrlr", "DCDERCtrlr"],
  reservation: ["ReservationCtrlr"],
  tariff: ["TariffCostCtrlr", "PaymentCtrlr", "WebPaymentsCtrlr"],
  display: ["DisplayMessageCtrlr"],
  monitoring: ["MonitoringCtrlr", "DataCollector"],
  limits: ["DeviceDataCtrlr"],
  iso15118: ["ISO15118Ctrlr", "ConnectedEV"],
  topology: ["ChargingStation", "EVSE", "Connector"],
  hardware: ["CHAdeMOCtrlr", "BatterySwapCtrlr"],
  vendor: ["CustomizationCtrlr"],
});

const keys = folded({
  connection: [
    "HeartbeatInterval",
    "MessageTimeout",
    "WebSocketPingInterval",
    "TransactionMessageAttempts",
    "TransactionMessageRetryInterval",
    "ResetRetries",
    "MinimumStatusDuration",
  ],
  security: [
    "AdditionalRootCertificateCheck",
    "AuthorizationKey",
    "CertificateSignedMaxChainSize",
    "CertificateStoreMaxLength",
    "CpoName",
    "SecurityProfile",
  ],
  clock: ["TimeOffset"],
  authorization: [
    "AllowOfflineTxForUnknownId",
    "AuthorizationCacheEnabled",
    "AuthorizeRemoteTxRequests",
    "LocalAuthorizeOffline",
    "LocalPreAuthorize",
    "LocalAuthListEnabled",
    "LocalAuthListMaxLength",
    "SendLocalListMaxLength",
  ],
  transactions: [
    "ConnectionTimeOut",
    "MaxEnergyOnInvalidId",
    "StopTransactionOnEVSideDisconnect",
    "StopTransactionOnInvalidId",
    "UnlockConnectorOnEVSideDisconnect",
  ],
  metering: [
    "ClockAlignedDataInterval",
    "MeterValuesAlignedData",
    "MeterValuesAlignedDataMaxLength",
    "MeterValuesSampledData",
    "MeterValuesSampledDataMaxLength",
    "MeterValueSampleInterval",
    "StopTransactionMaxMeterValues",
    "StopTxnAlignedData",
    "StopTxnAlignedDataMaxLength",
    "StopTxnSampledData",
    "StopTxnSampledDataMaxLength",
    "StartTxnSampledData",
    "MeterPublicKey",
    "PublicKeyWithSignedMeterValue",
  ],
  "smart-charging": [
    "ChargeProfileMaxStackLevel",
    "ChargingScheduleAllowedChargingRateUnit",
    "ChargingScheduleMaxPeriods",
    "ConnectorSwitch3to1PhaseSupported",
    "MaxChargingProfilesInstalled",
  ],
  reservation: ["ReserveConnectorZeroSupported"],
  tariff: [
    "CustomDisplayCostAndPrice",
    "NumberOfDecimalsForCostValues",
    "DefaultPrice",
    "SupportedLanguages",
    "WaitForSetUserPriceTimeout",
  ],
  limits: [
    "GetConfigurationMaxKeys",
    "SupportedFeatureProfiles",
    "SupportedFeatureProfilesMaxLength",
    "SupportedFileTransferProtocols",
    "ConnectorPhaseRotationMaxLength",
  ],
  iso15118: [
    "ISO15118PnCEnabled",
    "CentralContractValidationAllowed",
    "ContractValidationOffline",
    "CertSigningWaitMinimum",
    "CertSigningRepeatTimes",
  ],
  topology: ["NumberOfConnectors", "ConnectorPhaseRotation"],
  hardware: ["BlinkRepeat", "LightIntensity"],
});
