import { StatusNotification } from "./availability";
import { DiagnosticsStatusNotification, FirmwareStatusNotification } from "./firmware";
import { BootNotification, Heartbeat } from "./provisioning";
import {
  LogStatusNotification,
  SecurityEventNotification,
  SignCertificate,
  SignedFirmwareStatusNotification,
} from "./security";
import type { InboundTable16 } from "./table";
import { Authorize, MeterValues, StartTransaction, StopTransaction } from "./transactions";
import { DataTransfer } from "./vendors";

/** What stations say in 1.6, security extension included. */
export const inbound16: InboundTable16 = {
  Authorize,
  BootNotification,
  DataTransfer,
  DiagnosticsStatusNotification,
  FirmwareStatusNotification,
  Heartbeat,
  LogStatusNotification,
  MeterValues,
  SecurityEventNotification,
  SignCertificate,
  SignedFirmwareStatusNotification,
  StartTransaction,
  StatusNotification,
  StopTransaction,
};
