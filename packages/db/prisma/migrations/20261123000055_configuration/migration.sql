-- What stations are to be set to, by kind and place.
CREATE TABLE public.config_template (
  id serial NOT NULL,
  name text NOT NULL,
  vendor text,
  model text,
  firmware text,
  site_id integer,
  -- Setting[] of domain/configuration/template.ts
  settings jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  changed_by text NOT NULL,
  CONSTRAINT config_template_pkey PRIMARY KEY (id),
  CONSTRAINT config_template_site_id_fkey FOREIGN KEY (site_id) REFERENCES public.site (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX config_template_name_key ON public.config_template (name);

-- What a template asks of a station, and how it stood when that was last compared with what the station says.
CREATE TABLE public.station_setting (
  station_id integer NOT NULL,
  key text NOT NULL,
  -- It may be gone until the station is compared again.
  template_id integer NOT NULL,
  desired text NOT NULL,
  -- The last value that was asked for and that the station said it has.
  confirmed text,
  confirmed_at timestamptz(3),
  -- Since when it is known to be something else.
  differs_since timestamptz(3),
  -- It was as desired before, so nobody is waiting for it.
  drifted boolean NOT NULL DEFAULT false,
  CONSTRAINT station_setting_pkey PRIMARY KEY (station_id, key),
  CONSTRAINT station_setting_station_id_fkey FOREIGN KEY (station_id) REFERENCES public.station (id) ON DELETE CASCADE ON UPDATE CASCADE
);
-- What is as it is to be is most of it, and nobody counts that.
CREATE INDEX station_setting_differs ON public.station_setting (template_id, station_id) WHERE differs_since IS NOT NULL;

-- Stations to compare again: their templates changed, or they became something else.
CREATE TABLE public.station_to_compare (
  station_id integer NOT NULL,
  CONSTRAINT station_to_compare_pkey PRIMARY KEY (station_id),
  CONSTRAINT station_to_compare_station_id_fkey FOREIGN KEY (station_id) REFERENCES public.station (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE FUNCTION public.compare_station_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.config_template) THEN
    INSERT INTO public.station_to_compare (station_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
-- Written where it changes, whichever way: a boot with a new firmware, a station that is moved to another site.
CREATE TRIGGER station_became AFTER UPDATE OF site_id, vendor, model, firmware_version, version, approval ON public.station FOR EACH ROW
  WHEN ((OLD.site_id, OLD.vendor, OLD.model, OLD.firmware_version, OLD.version, OLD.approval)
    IS DISTINCT FROM (NEW.site_id, NEW.vendor, NEW.model, NEW.firmware_version, NEW.version, NEW.approval))
  EXECUTE FUNCTION public.compare_station_again();
