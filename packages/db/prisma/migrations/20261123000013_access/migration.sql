-- What a token may: until when and since when, how often at once, and where.
ALTER TABLE public.token
  ADD COLUMN valid_from timestamptz(3),
  ADD COLUMN max_sessions integer,
  ADD COLUMN places jsonb,
  ADD COLUMN priority integer,
  ADD COLUMN message text,
  ADD COLUMN language text;
CREATE INDEX token_group_idx ON public.token ("group");

-- Groups are words on tokens; a group has a row once something is to be said of it.
CREATE TABLE public.token_group (
  name text NOT NULL,
  master_pass boolean NOT NULL DEFAULT false,
  note text,
  CONSTRAINT token_group_pkey PRIMARY KEY (name)
);

-- The lists that stations are to hold: one for all, for the stations of a site, or for one station.
CREATE TABLE public.local_list (
  id serial NOT NULL,
  scope text NOT NULL,
  site_id integer,
  station_id integer,
  enabled boolean NOT NULL DEFAULT true,
  kinds text[] NOT NULL,
  groups text[] NOT NULL,
  with_blocked boolean NOT NULL DEFAULT true,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT local_list_pkey PRIMARY KEY (id),
  CONSTRAINT local_list_site_id_fkey FOREIGN KEY (site_id) REFERENCES public.site (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT local_list_station_id_fkey FOREIGN KEY (station_id) REFERENCES public.station (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX local_list_scope_key ON public.local_list (scope);

-- What lists once said, whole: stations that hold the same share a row.
CREATE TABLE public.list_content (
  hash text NOT NULL,
  entries jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT list_content_pkey PRIMARY KEY (hash)
);

-- What a station is proven to hold, and what is on its way to it.
CREATE TABLE public.station_list (
  station_id integer NOT NULL,
  held_version integer,
  held_hash text,
  held_at timestamptz(3),
  state text NOT NULL DEFAULT 'idle',
  target_hash text,
  mode text,
  step integer NOT NULL DEFAULT 0,
  base_version integer,
  repairs integer NOT NULL DEFAULT 0,
  command_id integer,
  detail text,
  CONSTRAINT station_list_pkey PRIMARY KEY (station_id),
  CONSTRAINT station_list_station_id_fkey FOREIGN KEY (station_id) REFERENCES public.station (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX station_list_state_idx ON public.station_list (state);
