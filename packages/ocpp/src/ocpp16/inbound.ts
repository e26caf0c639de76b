import { notOffered, recorded } from "../recorded";
import { StatusNotification } from "./availability";
import { BootNotification, DataTransfer, Heartbeat } from "./provisioning";
import type { InboundTable16 } from "./table";
import { Authorize, MeterValues, StartTransaction, StopTransaction } from "./transactions";

/** What stations say in 1.6, security extension included. */
export const inbound16: InboundTable16 = {
  Authorize,
  BootNotification,
  DataTransfer,
  DiagnosticsStatusNotification: recorded("log-status"),
  FirmwareStatusNotification: recorded("firmware-status"),
  Heartbeat,
  LogStatusNotification: recorded("log-status"),
  MeterValues,
  SecurityEventNotification: recorded(),
  SignCertificate: notOffered,
  SignedFirmwareStatusNotification: recorded("firmware-status"),
  StartTransaction,
  StatusNotification,
  StopTransaction,
};
