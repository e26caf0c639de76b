-- Whether stations of a model may be asked for all their variables unbidden, where an operator has said so.
CREATE TABLE public.model_probing (
  vendor text NOT NULL,
  model text NOT NULL,
  may_probe boolean NOT NULL,
  CONSTRAINT model_probing_pkey PRIMARY KEY (vendor, model)
);
