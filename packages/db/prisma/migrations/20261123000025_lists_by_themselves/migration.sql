-- Lists are brought to their stations without a person, unless one wants to do it by hand.
ALTER TABLE public.local_list ADD COLUMN by_itself boolean NOT NULL DEFAULT true;

-- When it was last looked whether a station holds what it should, and whether its turn comes before that of others.
ALTER TABLE public.station_list
  ADD COLUMN looked_at timestamptz(3),
  ADD COLUMN urgent boolean NOT NULL DEFAULT false;
