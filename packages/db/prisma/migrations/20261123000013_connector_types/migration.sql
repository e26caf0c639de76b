-- What a token may be plugged into; of every type when empty.
ALTER TABLE public.token ADD COLUMN connector_types text[] NOT NULL DEFAULT '{}';
