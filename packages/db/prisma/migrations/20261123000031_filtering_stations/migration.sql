-- A version as a text that sorts as versions do: 1.8 before 1.8.2 before 1.10, 1.8.2-rc1 before 1.8.2, 1.8 the same as 1.8.0.
-- Numbers are written with their length before them; the end of a version comes after a word like "rc" and before anything
-- else. NULL where there is no number in it.
CREATE FUNCTION public.version_key(version text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(string_agg(
    CASE
      WHEN token ~ '^\d' THEN '3' || lpad(length(ltrim(token, '0'))::text, 3, '0') || ltrim(token, '0')
      WHEN token IN ('a', 'alpha', 'b', 'beta', 'rc', 'pre', 'preview', 'dev', 'snapshot') THEN '0' || token
      ELSE '2' || token
    END || ' ', '' ORDER BY place), '(^| )(3000 )+(?=0|$)', '\1', 'g') || '1'
  FROM regexp_matches(
    -- What stands before the first number says who made it, and what stands after a plus how.
    regexp_replace(lower(split_part(left(version, 200), '+', 1)), '^\D+', ''), '\d+|[a-z]+', 'g'
  ) WITH ORDINALITY AS found(match, place), LATERAL (SELECT match[1] AS token) one
$$;

ALTER TABLE public.station
  ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
  ADD COLUMN firmware_key text COLLATE "C" GENERATED ALWAYS AS (public.version_key(firmware_version)) STORED;

CREATE INDEX station_firmware ON public.station (firmware_key, id);
CREATE INDEX station_tags ON public.station USING gin (tags);
CREATE INDEX station_vendor ON public.station (lower(vendor));
CREATE INDEX station_model ON public.station (lower(model));
-- The stations of a site in the order in which lists show them.
CREATE INDEX station_of_site ON public.station (site_id, identity, id);
-- Those that are away are few, and looked for first.
CREATE INDEX station_away ON public.station (id) WHERE NOT connected;
