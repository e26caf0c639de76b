-- The name of the tariff by which a station says that it counts a session itself (2.1).
ALTER TABLE public.session ADD COLUMN station_tariff text;
