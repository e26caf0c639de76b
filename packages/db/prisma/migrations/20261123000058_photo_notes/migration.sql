-- A note may carry a photo; the file lies in the folder of photos under a name of ours.
ALTER TABLE public.station_note
  ADD COLUMN photo text,
  ADD COLUMN photo_type text;
CREATE UNIQUE INDEX station_note_photo_key ON public.station_note (photo);
