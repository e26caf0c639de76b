-- What a meter says while nobody charges, and the main meter's values, are asked for by their station. Each reading is in
-- exactly one of the two indexes, so that keeping it costs no more than before.
DROP INDEX journal.sample_session_at;
CREATE INDEX sample_session_at ON journal.sample (session_id, at) WHERE session_id IS NOT NULL;
CREATE INDEX sample_idle ON journal.sample (station_id, evse, received_at) WHERE session_id IS NULL;
