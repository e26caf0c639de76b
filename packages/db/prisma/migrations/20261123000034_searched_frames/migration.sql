-- The newest frames of everybody, and those of any stretch of time. Instants only grow, so the journal pays little for it.
CREATE INDEX frame_received ON journal.frame (received_at);

-- What frames are found by, for some dozens of them at a time: the words (packages/db/src/frame-words.ts) of all that lie
-- between two instants. Made minutes after they came, when their answers are there, so that the journal pays nothing.
CREATE TABLE journal.frame_words (
  first_at timestamptz NOT NULL,
  last_at  timestamptz NOT NULL,
  frames   integer     NOT NULL,
  words    integer[]   NOT NULL
) PARTITION BY RANGE (last_at);
CREATE INDEX frame_words_last ON journal.frame_words (last_at);
CREATE INDEX frame_words_words ON journal.frame_words USING gin (words);

-- How many there were in each minute, so that no page counts millions.
CREATE TABLE journal.frame_tally (
  minute    timestamptz NOT NULL,
  action    text        NOT NULL, -- empty where none could be read
  direction smallint    NOT NULL,
  outcome   text        NOT NULL, -- ok, error, no-answer, open
  frames    integer     NOT NULL
) PARTITION BY RANGE (minute);
CREATE INDEX frame_tally_minute ON journal.frame_tally (minute);

CREATE OR REPLACE FUNCTION journal.make_partitions(ahead integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  parent text;
  day date;
BEGIN
  FOREACH parent IN ARRAY ARRAY['frame', 'sample', 'frame_words', 'frame_tally'] LOOP
    FOR day IN SELECT generate_series((now() AT TIME ZONE 'UTC')::date - 1, (now() AT TIME ZONE 'UTC')::date + ahead, '1 day')::date LOOP
      EXECUTE format(
        'CREATE TABLE IF NOT EXISTS journal.%I PARTITION OF journal.%I FOR VALUES FROM (%L) TO (%L)',
        parent || to_char(day, '_YYYY_MM_DD'), parent,
        to_char(day, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(day + 1, 'YYYY-MM-DD') || ' 00:00:00+00');
    END LOOP;
  END LOOP;
END $$;

SELECT journal.make_partitions(7);

-- Frames that were kept before there was an index have days of their own for what is found of them.
DO $$
DECLARE
  day text;
  parent text;
BEGIN
  FOR day IN
    SELECT right(c.relname, 10) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'journal.frame'::regclass AND c.relname ~ '_\d{4}_\d{2}_\d{2}$'
  LOOP
    FOREACH parent IN ARRAY ARRAY['frame_words', 'frame_tally'] LOOP
      EXECUTE format(
        'CREATE TABLE IF NOT EXISTS journal.%I PARTITION OF journal.%I FOR VALUES FROM (%L) TO (%L)',
        parent || '_' || day, parent,
        replace(day, '_', '-') || ' 00:00:00+00', (to_date(day, 'YYYY_MM_DD') + 1)::text || ' 00:00:00+00');
    END LOOP;
  END LOOP;
END $$;
