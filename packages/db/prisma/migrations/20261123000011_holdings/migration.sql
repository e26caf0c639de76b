-- What a station holds beside its connectors, sessions and variables.
CREATE TABLE public.holding (
  station_id integer NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  value jsonb NOT NULL,
  at timestamptz(3) NOT NULL,
  request_id integer,
  CONSTRAINT holding_pkey PRIMARY KEY (station_id, kind, key),
  CONSTRAINT holding_station_id_fkey FOREIGN KEY (station_id) REFERENCES public.station (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX holding_kind_at_idx ON public.holding (kind, at);
