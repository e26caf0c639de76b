-- The journal: what stations said, in tables that grow all day. Prisma does not know this schema; the gateway writes it
-- in bulk, partitions are made ahead and dropped after retention, and nothing in it has to be unique across days.
CREATE SCHEMA journal;

-- Gateways lease blocks of these, so that no message waits for a number.
CREATE SEQUENCE journal.session_id AS integer;
CREATE SEQUENCE journal.transaction_id AS integer;
CREATE SEQUENCE journal.frame_id;
CREATE SEQUENCE journal.event_id;
CREATE SEQUENCE journal.epoch;

-- One row per call: what was said and what was answered. Text as received, because JSON that jsonb refuses is still evidence.
CREATE TABLE journal.frame (
  id          bigint      NOT NULL,
  station_id  integer     NOT NULL,
  received_at timestamptz NOT NULL,
  direction   smallint    NOT NULL, -- 0 station to us, 1 us to station
  message_id  text,
  action      text,
  call        text        NOT NULL,
  answer      text,
  answered_at timestamptz,
  verdict     text        NOT NULL, -- ok, repeated, or the error code that was answered; timeout
  note        text,
  session_id  integer,
  sequence    integer,
  epoch       bigint      NOT NULL
) PARTITION BY RANGE (received_at);
CREATE INDEX frame_station_received ON journal.frame (station_id, received_at);

-- One wide row per meter reading: the common measurands have columns, the rest is kept as said.
CREATE TABLE journal.sample (
  session_id      integer,
  station_id      integer          NOT NULL,
  evse            smallint         NOT NULL,
  at              timestamptz      NOT NULL,
  received_at     timestamptz      NOT NULL,
  energy_wh       double precision,
  power_w         double precision,
  state_of_charge real,
  offered_w       double precision,
  rest            jsonb
) PARTITION BY RANGE (received_at);
CREATE INDEX sample_session_at ON journal.sample (session_id, at);

-- State changes: outbox, history and resume point in one. Readers read below pg_snapshot_xmin(pg_current_snapshot()),
-- ordered by (xid, id), so that a transaction that commits late is never skipped.
CREATE TABLE journal.event (
  id          bigint      NOT NULL,
  xid         xid8        NOT NULL DEFAULT pg_current_xact_id(),
  type        text        NOT NULL,
  station_id  integer,
  session_id  integer,
  command_id  integer,
  at          timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  data        jsonb       NOT NULL,
  PRIMARY KEY (xid, id)
);
CREATE INDEX event_station ON journal.event (station_id, xid DESC, id DESC);

-- Makes the daily partitions from yesterday to `ahead` days from now; harmless to call again.
CREATE FUNCTION journal.make_partitions(ahead integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  parent text;
  day date;
BEGIN
  FOREACH parent IN ARRAY ARRAY['frame', 'sample'] LOOP
    FOR day IN SELECT generate_series((now() AT TIME ZONE 'UTC')::date - 1, (now() AT TIME ZONE 'UTC')::date + ahead, '1 day')::date LOOP
      EXECUTE format(
        'CREATE TABLE IF NOT EXISTS journal.%I PARTITION OF journal.%I FOR VALUES FROM (%L) TO (%L)',
        parent || to_char(day, '_YYYY_MM_DD'), parent,
        to_char(day, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(day + 1, 'YYYY-MM-DD') || ' 00:00:00+00');
    END LOOP;
  END LOOP;
END $$;

-- Drops the partitions of one parent that hold only days before `keep_from`; returns their names.
CREATE FUNCTION journal.drop_partitions(parent text, keep_from date) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  part text;
BEGIN
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = format('journal.%I', parent)::regclass
      AND to_date(right(c.relname, 10), 'YYYY_MM_DD') < keep_from
  LOOP
    EXECUTE format('DROP TABLE journal.%I', part);
    RETURN NEXT part;
  END LOOP;
END $$;

SELECT journal.make_partitions(7);

-- A batch names the epoch of each connection it speaks for. A part whose station has since connected elsewhere is stale,
-- and the whole batch is refused; the gateway then replays it part by part.
CREATE FUNCTION journal.assert_epochs(ids integer[], epochs bigint[]) RETURNS void LANGUAGE plpgsql STABLE AS $$
DECLARE
  stale text;
BEGIN
  SELECT string_agg(s.id::text, ',') INTO stale
  FROM unnest(ids, epochs) AS part(id, epoch) JOIN public.station s ON s.id = part.id
  WHERE s.epoch <> part.epoch;
  IF stale IS NOT NULL THEN
    RAISE EXCEPTION 'stale connection of station %', stale USING ERRCODE = 'CH001';
  END IF;
END $$;

-- Sessions change with every meter value: room on the page keeps those updates in place.
ALTER TABLE public.session SET (fillfactor = 50);
ALTER TABLE public.station SET (fillfactor = 70);
ALTER TABLE public.connector SET (fillfactor = 70);

-- A station's own name for a session is unique; orphans may repeat a name that never was one.
CREATE UNIQUE INDEX session_wire_id ON public.session (station_id, wire_id) WHERE NOT orphan;
CREATE INDEX session_open ON public.session (station_id) WHERE status = 'open';
CREATE INDEX session_attention ON public.session (received_at DESC) WHERE attention <> '{}';
-- What a gateway looks for on each tick.
CREATE INDEX command_due ON public.command (station_id, id) WHERE delivery IN ('held', 'queued');
CREATE INDEX command_proving ON public.command (deadline) WHERE proof = 'waiting';

-- The record of who changed what is only ever added to.
CREATE FUNCTION public.audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail can only be added to';
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON public.audit
  FOR EACH ROW EXECUTE FUNCTION public.audit_is_append_only();
