-- How long frames are kept is said to the gateways; the console shows it.
ALTER TABLE public.gateway ADD COLUMN frame_days integer;
