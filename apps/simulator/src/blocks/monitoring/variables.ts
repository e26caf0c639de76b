import { given, kept, told, type Variable } from "../../dialects/ocpp2/variable";
import { queuedSeverity } from "./monitoring";
import { mostStreams } from "./streams";

const instance = (name: string, of: string) => ({ name, instance: of });

/** What a 2.x station tells about its watching. */
export const monitoringVariables: Variable[] = [
  given("MonitoringCtrlr", "Available", true),
  kept("MonitoringCtrlr", "Enabled", true),
  ...["SetVariableMonitoring", "ClearVariableMonitoring"].flatMap((message) => [
    given("MonitoringCtrlr", instance("ItemsPerMessage", message), 50),
    given("MonitoringCtrlr", instance("BytesPerMessage", message), 65_536, { unit: "B" }),
  ]),
  kept("MonitoringCtrlr", "OfflineQueuingSeverity", queuedSeverity, { minLimit: 0, maxLimit: 9 }),
  told("MonitoringCtrlr", "ActiveMonitoringBase", ({ blocks }) => blocks.monitoring.base, {
    dataType: "OptionList",
    valuesList: ["All", "FactoryDefault", "HardWiredOnly"],
  }),
  told("MonitoringCtrlr", "ActiveMonitoringLevel", ({ blocks }) => blocks.monitoring.level, { dataType: "integer" }),
  given("MonitoringCtrlr", "MaxPeriodicEventStreams", mostStreams),
];
