import type { TimedEvent } from "../event";
import type { ConnectorState } from "../station-state";

/** The event a change of a connector tells: its new status, or only what goes on at it. */
export function connectorEvent(
  before: ConnectorState | undefined,
  after: ConnectorState,
  receivedAt: Date,
): TimedEvent {
  const { place, status, activity, errorCode, errorInfo, vendorErrorCode } = after;
  const event =
    before?.status === status && before.errorCode === errorCode
      ? ({ type: "connector.activity", ...place, status, activity } as const)
      : ({ type: `connector.${status}`, ...place, activity, errorCode, errorInfo, vendorErrorCode } as const);
  return { event, at: after.at ?? receivedAt, receivedAt };
}
