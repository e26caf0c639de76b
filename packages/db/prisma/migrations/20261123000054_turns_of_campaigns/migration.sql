-- Every turn of the engine looks who of those that wait is there: by the index alone, for those that are not.
CREATE INDEX station_here ON public.station (id) WHERE connected AND approval = 'approved';
