-- Which stations are of a model, and which of them run a version: asked for every firmware of the library.
CREATE INDEX station_of_model ON public.station (lower(vendor), lower(model), firmware_version) WHERE approval = 'approved';
