-- The day is read from a name only where the name is known to end in one: a plan may look at every table's name first.
CREATE OR REPLACE FUNCTION journal.drop_partitions(parent text, keep_from date) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  part text;
BEGIN
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = format('journal.%I', parent)::regclass
      AND CASE WHEN c.relname ~ '_\d{4}_\d{2}_\d{2}$' THEN to_date(right(c.relname, 10), 'YYYY_MM_DD') < keep_from END
  LOOP
    EXECUTE format('DROP TABLE journal.%I', part);
    RETURN NEXT part;
  END LOOP;
END $$;
