-- Firmware that is kept for stations: a file in a folder of ours, or an address of somebody else's.
CREATE TABLE public.firmware_image (
  id serial NOT NULL,
  vendor text NOT NULL,
  model text NOT NULL,
  -- What a station says that it runs, once it has booted with it.
  version text NOT NULL,
  notes text,
  -- Where it lies elsewhere; else the next five say what lies here.
  location text,
  file_name text,
  stored_as text,
  size bigint,
  sha256 bytea,
  -- The checksum that stations which publish firmware for others are told (OCPP 2.x).
  md5 bytea,
  -- Base64, and PEM: what the station checks the file with.
  signature text,
  certificate text,
  added_at timestamptz(3) NOT NULL,
  added_by text NOT NULL,
  CONSTRAINT firmware_image_pkey PRIMARY KEY (id),
  CONSTRAINT firmware_image_somewhere CHECK ((location IS NULL) = (stored_as IS NOT NULL)),
  CONSTRAINT firmware_image_whole CHECK (stored_as IS NULL OR (file_name IS NOT NULL AND size IS NOT NULL AND sha256 IS NOT NULL AND md5 IS NOT NULL)),
  CONSTRAINT firmware_image_signed CHECK ((signature IS NULL) = (certificate IS NULL))
);
-- A version of a model is one thing.
CREATE UNIQUE INDEX firmware_image_version_key ON public.firmware_image (lower(vendor), lower(model), version);

-- The address that a station was given for an image, and how far it has come with it.
CREATE TABLE public.firmware_download (
  id serial NOT NULL,
  image_id integer NOT NULL,
  station_id integer NOT NULL,
  -- The command that told it so; told again, the address is another one.
  command_id integer NOT NULL,
  -- SHA-256 of the token in the address.
  token_hash bytea NOT NULL,
  given_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  -- How many bytes it has from the beginning on, without a gap.
  reached bigint NOT NULL DEFAULT 0,
  begun_at timestamptz(3),
  last_at timestamptz(3),
  completed_at timestamptz(3),
  CONSTRAINT firmware_download_pkey PRIMARY KEY (id),
  CONSTRAINT firmware_download_image_id_fkey FOREIGN KEY (image_id) REFERENCES public.firmware_image (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT firmware_download_station_id_fkey FOREIGN KEY (station_id) REFERENCES public.station (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX firmware_download_token_hash_key ON public.firmware_download (token_hash);
CREATE UNIQUE INDEX firmware_download_command_id_key ON public.firmware_download (command_id);
CREATE INDEX firmware_download_image_id_id_idx ON public.firmware_download (image_id, id DESC);
CREATE INDEX firmware_download_station_id_idx ON public.firmware_download (station_id);
