-- The palette finds by the beginning of a name, and a session by the number its station gave it.
CREATE INDEX station_identity_begins ON public.station (identity_folded text_pattern_ops);
-- Partial in form only: the schema has no words for this order of letters, and leaves partial indexes alone.
CREATE INDEX token_begins ON public.token (folded text_pattern_ops) WHERE folded IS NOT NULL;
CREATE INDEX session_wire ON public.session (wire_id);
