-- Since when a station shows whether what was done to it holds (its state is watching, or was).
ALTER TABLE public.campaign_target ADD COLUMN watching_since timestamptz(3);

-- Every turn of the engine counts all stations of all campaigns that go on: by the index alone.
CREATE INDEX campaign_target_counts ON public.campaign_target (campaign_id, stage, state);
-- Who has left the fleet is left out; those are few, and their waiting rows are found by station.
CREATE INDEX campaign_target_waiting ON public.campaign_target (station_id) WHERE state = 'waiting';

-- When nobody is to be called because of a station: somebody works there, and it was said beforehand.
CREATE TABLE public.quiet_time (
  id serial NOT NULL,
  station_id integer NOT NULL,
  from_at timestamptz(3) NOT NULL,
  until_at timestamptz(3) NOT NULL,
  -- The campaign that makes it quiet.
  campaign_id integer,
  CONSTRAINT quiet_time_pkey PRIMARY KEY (id),
  CONSTRAINT quiet_time_station_id_fkey FOREIGN KEY (station_id) REFERENCES public.station (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT quiet_time_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX quiet_time_station_id_until_at_idx ON public.quiet_time (station_id, until_at);
CREATE INDEX quiet_time_campaign_id_idx ON public.quiet_time (campaign_id);
