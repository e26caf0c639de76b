/** The actions a CSMS may send in each version: known but not offered is another error than unknown. */
export const knownCommands16: ReadonlySet<string> = new Set(
  `CancelReservation ChangeAvailability ChangeConfiguration ClearCache ClearChargingProfile DataTransfer
  GetCompositeSchedule GetConfiguration GetDiagnostics GetLocalListVersion RemoteStartTransaction RemoteStopTransaction
  ReserveNow Reset SendLocalList SetChargingProfile TriggerMessage UnlockConnector UpdateFirmware
  CertificateSigned DeleteCertificate ExtendedTriggerMessage GetInstalledCertificateIds GetLog InstallCertificate
  SignedUpdateFirmware`.split(/\s+/u),
);

const both = `CancelReservation CertificateSigned ChangeAvailability ClearCache ClearChargingProfile ClearDisplayMessage
  ClearVariableMonitoring CostUpdated CustomerInformation DataTransfer DeleteCertificate GetBaseReport
  GetChargingProfiles GetCompositeSchedule GetDisplayMessages GetInstalledCertificateIds GetLocalListVersion GetLog
  GetMonitoringReport GetReport GetTransactionStatus GetVariables InstallCertificate PublishFirmware
  RequestStartTransaction RequestStopTransaction ReserveNow Reset SendLocalList SetChargingProfile SetDisplayMessage
  SetMonitoringBase SetMonitoringLevel SetNetworkProfile SetVariableMonitoring SetVariables TriggerMessage
  UnlockConnector UnpublishFirmware UpdateFirmware`.split(/\s+/u);

export const knownCommands201: ReadonlySet<string> = new Set(both);

export const knownCommands21: ReadonlySet<string> = new Set([
  ...both,
  ...`AdjustPeriodicEventStream AFRRSignal ChangeTransactionTariff ClearDERControl ClearTariffs GetDERControl
  GetPeriodicEventStream GetTariffs NotifyAllowedEnergyTransfer NotifyWebPaymentStarted RequestBatterySwap SetDERControl
  SetDefaultTariff UpdateDynamicSchedule UsePriorityCharging`.split(/\s+/u),
]);
