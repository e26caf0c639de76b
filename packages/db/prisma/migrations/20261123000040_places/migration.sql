-- What is known of a place besides its name: where it is, who is asked about it, how one gets in, when it is to be left alone.
ALTER TABLE "site"
  ADD COLUMN "latitude" DOUBLE PRECISION,
  ADD COLUMN "longitude" DOUBLE PRECISION,
  ADD COLUMN "contacts" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "access_notes" TEXT,
  ADD COLUMN "quiet_from" TEXT,
  ADD COLUMN "quiet_to" TEXT,
  ADD CONSTRAINT site_position CHECK (
    ("latitude" IS NULL) = ("longitude" IS NULL)
    AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180
  ),
  ADD CONSTRAINT site_quiet CHECK (("quiet_from" IS NULL) = ("quiet_to" IS NULL));
