import type { ListUpdate } from "../local-list/plan-list";

/** What a station is told about who may charge when it cannot ask. */
export type AccessCommand =
  /** One message of an update of its local list. */
  ({ type: "send-local-list" } & ListUpdate) | { type: "read-local-list" } | { type: "clear-cache" };
