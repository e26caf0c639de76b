-- Why what a station sent was not taken, the last time it tried; empty once its file is here.
ALTER TABLE public.station_file
  ADD COLUMN refusal text,
  ADD COLUMN refused_at timestamptz(3);
