-- When the proof came for a station that had been given up; when it was given up stays in ended_at.
ALTER TABLE public.campaign_target ADD COLUMN proven_late_at timestamptz(3);
