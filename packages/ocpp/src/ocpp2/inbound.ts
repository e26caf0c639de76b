import { notOffered, recorded } from "../recorded";
import { NotifyEvent, StatusNotification } from "./availability";
import { BootNotification, DataTransfer, Heartbeat, NotifyReport } from "./provisioning";
import type { InboundTable2 } from "./table";
import { Authorize, MeterValues, TransactionEvent } from "./transactions";

/** What stations say in 2.x. */
export const inbound2: InboundTable2 = {
  Authorize,
  BatterySwap: notOffered,
  BootNotification,
  ClearedChargingLimit: notOffered,
  ClosePeriodicEventStream: notOffered,
  DataTransfer,
  FirmwareStatusNotification: recorded("firmware-status"),
  Get15118EVCertificate: notOffered,
  GetCertificateChainStatus: notOffered,
  GetCertificateStatus: notOffered,
  Heartbeat,
  LogStatusNotification: recorded("log-status"),
  MeterValues,
  NotifyChargingLimit: notOffered,
  NotifyCustomerInformation: notOffered,
  NotifyDERAlarm: notOffered,
  NotifyDERStartStop: notOffered,
  NotifyDisplayMessages: notOffered,
  NotifyEVChargingNeeds: notOffered,
  NotifyEVChargingSchedule: notOffered,
  NotifyEvent,
  NotifyMonitoringReport: notOffered,
  NotifyPriorityCharging: notOffered,
  NotifyReport,
  NotifySettlement: notOffered,
  OpenPeriodicEventStream: notOffered,
  PublishFirmwareStatusNotification: recorded("firmware-status"),
  PullDynamicScheduleUpdate: notOffered,
  ReportChargingProfiles: notOffered,
  ReportDERControl: notOffered,
  ReservationStatusUpdate: notOffered,
  SecurityEventNotification: recorded(),
  SignCertificate: notOffered,
  StatusNotification,
  TransactionEvent,
  VatNumberValidation: notOffered,
};
