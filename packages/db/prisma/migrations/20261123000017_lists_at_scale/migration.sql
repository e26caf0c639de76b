-- Lists that stay quick with a hundred thousand stations and a million sessions.
CREATE INDEX session_token ON public.session (upper(btrim(token)), received_at DESC, id DESC);
-- Where a token charges now is asked for every line of the tokens.
CREATE INDEX session_open_token ON public.session (upper(btrim(token))) WHERE status = 'open';
-- What is still on its way, or was never seen to happen, is a handful among all that stations were ever told.
CREATE INDEX command_open ON public.command (id DESC)
  WHERE delivery IN ('held', 'queued') OR proof = 'waiting' OR delivery = 'sent' AND answer IS NULL;
CREATE INDEX command_unproven ON public.command (id DESC) WHERE proof = 'unproven';

-- Part of a word is found by its trigrams. The extension comes with PostgreSQL, but not with every one of them, and not
-- everybody may add it: without it searching is slower, and finds the same.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX station_words ON public.station USING gin (
    lower(identity || ' ' || coalesce(name, '') || ' ' || coalesce(vendor, '') || ' ' ||
      coalesce(model, '') || ' ' || coalesce(serial_number, '') || ' ' || coalesce(firmware_version, '')) gin_trgm_ops
  );
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
  RAISE NOTICE 'searching stations goes without pg_trgm: %', SQLERRM;
END $$;
