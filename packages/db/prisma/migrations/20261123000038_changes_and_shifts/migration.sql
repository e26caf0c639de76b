-- What changed, in one feed: read by time, a window at a time, from tables that grow.
CREATE INDEX "audit_at_id_idx" ON "audit"("at" DESC, "id" DESC);
CREATE INDEX event_worth_a_line ON journal.event (received_at DESC, id DESC)
  WHERE type IN ('station.booted', 'connector.unavailable', 'security.reported', 'alert.opened', 'alert.cleared',
    'issue.opened', 'issue.resolved', 'file.received');
-- What ran before a boot is what the boot before it said.
CREATE INDEX event_boots ON journal.event (station_id, received_at DESC, id DESC) WHERE type = 'station.booted';

-- What a setting was and became, whoever changed it: written where the value is, so that no way around it exists.
CREATE TABLE journal.variable_change (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  station_id integer     NOT NULL,
  key        text        NOT NULL,
  attribute  text        NOT NULL,
  at         timestamptz NOT NULL,
  before     text        NOT NULL,
  after      text
);
CREATE INDEX variable_change_at ON journal.variable_change (at DESC, id DESC);
CREATE INDEX variable_change_station ON journal.variable_change (station_id, at DESC, id DESC);

CREATE FUNCTION journal.note_variable_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO journal.variable_change (station_id, key, attribute, at, before, after)
  VALUES (NEW.station_id, NEW.key, NEW.attribute, NEW.reported_at, OLD.value, NEW.value);
  RETURN NULL;
END $$;
-- Readings change all day; only what can be set is worth a line.
CREATE TRIGGER variable_changed AFTER UPDATE ON public.variable FOR EACH ROW
  WHEN (OLD.value IS NOT NULL AND OLD.value IS DISTINCT FROM NEW.value AND NEW.mutability <> 'read-only')
  EXECUTE FUNCTION journal.note_variable_change();

-- Who handed the network to whom, and how it stood.
CREATE TABLE "handover" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "from_id" TEXT NOT NULL,
    "from_name" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "handover_from_id_at_idx" ON "handover"("from_id", "at" DESC);
CREATE INDEX "handover_at_idx" ON "handover"("at" DESC);
