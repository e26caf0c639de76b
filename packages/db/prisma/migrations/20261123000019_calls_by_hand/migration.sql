-- The last calls of an expert are few among the commands of a network.
CREATE INDEX command_by_hand ON public.command (id DESC) WHERE type = 'raw';
