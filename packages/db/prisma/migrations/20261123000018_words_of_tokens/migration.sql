-- Those who wait for a word, or were sent away, are a handful among all.
CREATE INDEX station_not_approved ON public.station (identity, id) WHERE approval <> 'approved';

-- As for stations: without the extension searching is slower, and finds the same.
DO $$
BEGIN
  CREATE INDEX token_words ON public.token USING gin (
    lower(value || ' ' || coalesce("group", '') || ' ' || coalesce(note, '')) gin_trgm_ops
  );
EXCEPTION WHEN undefined_object THEN
  RAISE NOTICE 'searching tokens goes without pg_trgm: %', SQLERRM;
END $$;
