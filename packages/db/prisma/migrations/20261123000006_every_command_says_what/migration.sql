-- A call in the station's own words is a command like any other.
UPDATE public.command SET command = jsonb_build_object('type', 'raw', 'action', coalesce(action, ''), 'payload', coalesce(payload, '{}'))
WHERE command IS NULL;
ALTER TABLE public.command ALTER COLUMN command SET NOT NULL;
