import { Authorize } from "./authorization";
import { NotifyEvent, StatusNotification } from "./availability";
import { BatterySwap } from "./battery-swap";
import { Get15118EVCertificate, GetCertificateChainStatus, GetCertificateStatus } from "./certificates";
import {
  ClearedChargingLimit,
  NotifyChargingLimit,
  NotifyEVChargingNeeds,
  NotifyEVChargingNeeds201,
  NotifyEVChargingSchedule,
  NotifyPriorityCharging,
  PullDynamicScheduleUpdate,
} from "./charging-news";
import { LogStatusNotification, NotifyCustomerInformation } from "./diagnostics";
import { NotifyDisplayMessages } from "./display";
import { FirmwareStatusNotification, PublishFirmwareStatusNotification } from "./firmware";
import { NotifyDERAlarm, NotifyDERStartStop, ReportDERControl } from "./grid-controls";
import {
  ClosePeriodicEventStream,
  NotifyMonitoringReport,
  NotifyPeriodicEventStream,
  OpenPeriodicEventStream,
} from "./monitoring";
import { NotifySettlement, VatNumberValidation } from "./payments";
import { BootNotification, Heartbeat, NotifyReport } from "./provisioning";
import { ReservationStatusUpdate } from "./reservations";
import { SecurityEventNotification, SignCertificate } from "./security";
import { ReportChargingProfiles } from "./smart-charging";
import type { InboundTable2 } from "./table";
import { MeterValues, TransactionEvent } from "./transactions";
import { DataTransfer } from "./vendors";

/** What stations say in 2.1. */
export const inbound21: InboundTable2 = {
  Authorize,
  BatterySwap,
  BootNotification,
  ClearedChargingLimit,
  ClosePeriodicEventStream,
  DataTransfer,
  FirmwareStatusNotification,
  Get15118EVCertificate,
  GetCertificateChainStatus,
  GetCertificateStatus,
  Heartbeat,
  LogStatusNotification,
  MeterValues,
  NotifyChargingLimit,
  NotifyCustomerInformation,
  NotifyDERAlarm,
  NotifyDERStartStop,
  NotifyDisplayMessages,
  NotifyEVChargingNeeds,
  NotifyEVChargingSchedule,
  NotifyEvent,
  NotifyMonitoringReport,
  NotifyPeriodicEventStream,
  NotifyPriorityCharging,
  NotifyReport,
  NotifySettlement,
  OpenPeriodicEventStream,
  PublishFirmwareStatusNotification,
  PullDynamicScheduleUpdate,
  ReportChargingProfiles,
  ReportDERControl,
  ReservationStatusUpdate,
  SecurityEventNotification,
  SignCertificate,
  StatusNotification,
  TransactionEvent,
  VatNumberValidation,
};

/** What stations say in 2.0.1: the same, but for one word that 2.1 gave another meaning. */
export const inbound201: InboundTable2 = { ...inbound21, NotifyEVChargingNeeds: NotifyEVChargingNeeds201 };
