import type { HoldingChange } from "@chargehand/domain/holding";
import { jsonStatement } from "./journal-statement";

type Change<D extends HoldingChange["do"]> = Extract<HoldingChange, { do: D }>;

export const holdingsCleared = jsonStatement(
  "holdings-cleared",
  ({ kind, key, matching }: Change<"clear">, { station }) => ({ station, kind, key, matching }),
  `DELETE FROM public.holding AS t
   USING json_to_recordset($1::json) AS u(station int, kind text, key text, matching jsonb)
   WHERE t.station_id = u.station AND t.kind = u.kind
     AND (u.key IS NULL OR t.key = u.key) AND (u.matching IS NULL OR t.value @> u.matching)`,
);

export const holdingsSet = jsonStatement(
  "holdings-set",
  ({ at, kind, key, value, requestId }: Change<"set">, { station, receivedAt }) => ({
    ...{ station, kind, key, value, requestId },
    at: at ?? receivedAt,
  }),
  `INSERT INTO public.holding AS t (station_id, kind, key, value, at, request_id)
   SELECT u.station, u.kind, u.key, u.value, u.at, u."requestId"
   FROM json_to_recordset($1::json) AS u(station int, kind text, key text, value jsonb, at timestamptz, "requestId" int)
   ON CONFLICT (station_id, kind, key) DO UPDATE SET
     value = excluded.value, at = excluded.at, request_id = coalesce(excluded.request_id, t.request_id)`,
);

export const holdingsKept = jsonStatement(
  "holdings-kept",
  ({ kind, requestId }: Change<"keep-only">, { station }) => ({ station, kind, requestId }),
  `DELETE FROM public.holding AS t
   USING json_to_recordset($1::json) AS u(station int, kind text, "requestId" int)
   WHERE t.station_id = u.station AND t.kind = u.kind AND t.request_id IS DISTINCT FROM u."requestId"`,
);
