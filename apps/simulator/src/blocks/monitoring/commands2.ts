import { z } from "zod";
import type { Command } from "../../dialects/command";
import { accepted2, define2, rejected2 } from "../../dialects/ocpp2/define";
import { deviceModel } from "../../dialects/ocpp2/device-model";
import { isSelected, selections } from "../../dialects/ocpp2/selection";
import { preconfigured } from "./factory";
import { criteria, criterionOf, monitoringReport } from "./report";
import { setMonitor, wantedMonitor } from "./set-monitor";

/** What the CSMS lets a station watch (2.x, block N). */
export const monitoringCommands2 = {
  SetMonitoringBase: define2(
    z.object({ monitoringBase: z.enum(["All", "FactoryDefault", "HardWiredOnly"]) }),
    ({ monitoringBase }, controls) =>
      accepted2(() => controls.blocks.monitoring.rebase(monitoringBase, preconfigured(deviceModel(controls)))),
  ),

  SetMonitoringLevel: define2(z.object({ severity: z.int() }), ({ severity }, { blocks }) => {
    if (severity < 0 || severity > 9) return rejected2("ValueOutOfRange");
    blocks.monitoring.level = severity;
    return accepted2();
  }),

  SetVariableMonitoring: define2(
    z.object({ setMonitoringData: z.array(wantedMonitor).min(1) }),
    ({ setMonitoringData }, controls) => {
      const { monitoring } = controls.blocks;
      const set = setMonitoringData.map((wanted) => ({ ...setMonitor(wanted, controls), wanted }));
      return {
        result: { setMonitoringResult: set.map(({ result }) => result) },
        afterwards() {
          for (const { monitor, wanted } of set) {
            const pace = controls.version === "2.1" ? wanted.periodicEventStream : undefined;
            if (monitor && pace && criterionOf(monitor.type) === "PeriodicMonitoring") {
              monitoring.streams.request(monitor.id, pace);
            }
          }
          monitoring.look();
        },
      };
    },
    "none",
  ),

  ClearVariableMonitoring: define2(
    z.object({ id: z.array(z.int()).min(1) }),
    ({ id: ids }, { blocks }) => {
      const clearMonitoringResult = ids.map((id) => {
        const known = blocks.monitoring.all.some((monitor) => monitor.id === id);
        return { id, status: known ? "Accepted" : "NotFound" };
      });
      const afterwards = (): void => {
        for (const id of ids) blocks.monitoring.clear(id);
      };
      return { result: { clearMonitoringResult }, afterwards };
    },
    "none",
  ),

  GetMonitoringReport: define2(
    z.object({
      requestId: z.int(),
      componentVariable: selections,
      monitoringCriteria: z.array(z.enum(criteria)).optional(),
    }),
    ({ componentVariable, monitoringCriteria, requestId }, controls) => {
      const found = controls.blocks.monitoring.all
        .filter((monitor) => isSelected(componentVariable, monitor))
        .filter(({ type }) => !monitoringCriteria || monitoringCriteria.includes(criterionOf(type)));
      if (found.length === 0) return { result: { status: "EmptyResultSet" } };
      return accepted2(() => {
        for (const part of monitoringReport(controls, requestId, found)) controls.post(part);
      });
    },
  ),
} satisfies Record<string, Command>;
