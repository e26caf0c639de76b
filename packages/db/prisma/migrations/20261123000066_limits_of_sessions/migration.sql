-- What one session of a token may use at most; any amount where empty. The cost is in the currency of its tariff.
ALTER TABLE public.token
  ADD COLUMN max_energy_wh double precision CHECK (max_energy_wh > 0),
  ADD COLUMN max_seconds integer CHECK (max_seconds > 0),
  ADD COLUMN max_cost text;

-- What limits a session, by its token and by its station, and whether that was reached (domain/sessions/limit.ts).
ALTER TABLE public.session ADD COLUMN limits jsonb;
