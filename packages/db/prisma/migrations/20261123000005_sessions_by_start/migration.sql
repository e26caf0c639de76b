-- Whether a session that begins is only told of again is asked each time one begins.
CREATE INDEX session_started ON public.session (station_id, started_at) WHERE NOT orphan;
