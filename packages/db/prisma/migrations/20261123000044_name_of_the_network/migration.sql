-- What people call their network: said once, so there is one row or none.
CREATE TABLE "network" (
  "id" integer NOT NULL DEFAULT 1,
  "name" text NOT NULL,
  CONSTRAINT "network_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "network_once" CHECK ("id" = 1)
);
