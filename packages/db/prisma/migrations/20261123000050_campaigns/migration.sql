-- The same work on many stations: what is to be done, at what pace, and what became of it at each of them.
CREATE TABLE public.campaign (
  id serial NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  -- CampaignWork and Pace of domain/campaigns/campaign.ts
  work jsonb NOT NULL,
  pace jsonb NOT NULL,
  -- draft, running, paused, stopping, stopped, finished
  status text NOT NULL DEFAULT 'draft',
  -- Why it stands as it does, for a person.
  reason text,
  -- How its stations were chosen, as it was written; the stations themselves are frozen in campaign_target.
  chosen_by text,
  created_at timestamptz(3) NOT NULL,
  created_by text NOT NULL,
  starts_at timestamptz(3),
  started_at timestamptz(3),
  ended_at timestamptz(3),
  expires_at timestamptz(3) NOT NULL,
  CONSTRAINT campaign_pkey PRIMARY KEY (id)
);
CREATE INDEX campaign_active ON public.campaign (id) WHERE status IN ('running', 'paused', 'stopping');

CREATE TABLE public.campaign_stage (
  campaign_id integer NOT NULL,
  number integer NOT NULL,
  -- waiting, held, running, succeeded, failed
  status text NOT NULL DEFAULT 'waiting',
  failure_share double precision NOT NULL,
  success_share double precision NOT NULL,
  soak_seconds integer NOT NULL DEFAULT 0,
  approval boolean NOT NULL DEFAULT false,
  met_at timestamptz(3),
  started_at timestamptz(3),
  ended_at timestamptz(3),
  CONSTRAINT campaign_stage_pkey PRIMARY KEY (campaign_id, number),
  CONSTRAINT campaign_stage_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE public.campaign_target (
  campaign_id integer NOT NULL,
  station_id integer NOT NULL,
  -- 0: it was excluded before the campaign began, and counts for nothing.
  stage integer NOT NULL,
  position integer NOT NULL,
  -- waiting, working, succeeded, skipped, failed, left
  state text NOT NULL DEFAULT 'waiting',
  reason text,
  -- Its site, where that is so small that one station of it is worked on at a time.
  spared_site integer,
  attempts integer NOT NULL DEFAULT 0,
  -- The last command it was given.
  command_id integer,
  began_at timestamptz(3),
  ended_at timestamptz(3),
  CONSTRAINT campaign_target_pkey PRIMARY KEY (campaign_id, station_id),
  CONSTRAINT campaign_target_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT campaign_target_station_id_fkey FOREIGN KEY (station_id) REFERENCES public.station (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX campaign_target_turn ON public.campaign_target (campaign_id, state, position);
-- One work at a time at a station, whichever campaign and whichever process asks.
CREATE UNIQUE INDEX campaign_target_under_way ON public.campaign_target (station_id) WHERE state = 'working';
CREATE INDEX campaign_target_spared ON public.campaign_target (spared_site) WHERE state = 'working' AND spared_site IS NOT NULL;

ALTER TABLE public.command ADD COLUMN campaign_id integer;
CREATE INDEX command_campaign_id_idx ON public.command (campaign_id) WHERE campaign_id IS NOT NULL;
