-- What a session's messages say in any order: which of them named its token, and when its register was first read.
ALTER TABLE public.session
  ADD COLUMN token_sequence integer,
  ADD COLUMN meter_start_at timestamptz(3),
  ADD COLUMN peak_w double precision,
  -- What a person decided about it. The journal never writes these, so nothing a station says takes them back.
  ADD COLUMN checked text[] NOT NULL DEFAULT '{}',
  ADD COLUMN closed_at timestamptz(3),
  ADD COLUMN given_token text,
  ADD COLUMN joined_to integer;

-- Each decision, so that any of them can be taken back: what stands in the session follows from those that stand here.
CREATE TABLE public.session_decision (
  id serial NOT NULL,
  session_id integer NOT NULL,
  -- check, close, give-token, join
  kind text NOT NULL,
  data jsonb NOT NULL,
  made_at timestamptz(3) NOT NULL,
  made_by text NOT NULL,
  undone_at timestamptz(3),
  undone_by text,
  CONSTRAINT session_decision_pkey PRIMARY KEY (id),
  CONSTRAINT session_decision_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.session (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX session_decision_session_id_idx ON public.session_decision (session_id);

-- How boots are answered: of the whole network (no station), or of one station.
CREATE TABLE public.boot_policy (
  id serial NOT NULL,
  station_id integer,
  -- accept, configure, reject
  policy text NOT NULL,
  -- What is written before a station is accepted: VariableWrite[] of domain/command.ts
  writes jsonb NOT NULL DEFAULT '[]',
  CONSTRAINT boot_policy_pkey PRIMARY KEY (id),
  CONSTRAINT boot_policy_station_id_fkey FOREIGN KEY (station_id) REFERENCES public.station (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX boot_policy_station_id_key ON public.boot_policy (station_id) NULLS NOT DISTINCT;

-- The firmware whose variables were read, and whether this station may be asked for them at all (empty: as its kind).
ALTER TABLE public.station
  ADD COLUMN inventory_firmware text,
  ADD COLUMN may_probe boolean;
