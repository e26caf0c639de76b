-- Every session that begins is first looked for by its name, among the orphans too.
CREATE INDEX session_orphan ON public.session (station_id, wire_id) WHERE orphan;
