-- What a campaign has given to a station before decides what it gives next.
CREATE INDEX command_campaign_station ON public.command (campaign_id, station_id, id) WHERE campaign_id IS NOT NULL;
DROP INDEX public.command_campaign_id_idx;

-- That a station told all it has: what it did not name, it does not have.
CREATE INDEX command_read_whole ON public.command (station_id)
  WHERE type = 'read-variables' AND command = '{"type":"read-variables"}' AND proof = 'confirmed';

-- Which settings hold only after a boot is known from those that were told so, the latest first.
CREATE INDEX command_after_reboot ON public.command (id DESC)
  WHERE type = 'write-variables' AND answer = 'reboot-required';
