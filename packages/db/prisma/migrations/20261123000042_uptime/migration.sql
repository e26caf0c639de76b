-- What broke at a site at the same time, and when a station was away: both are asked of the ends of its connections.
-- Those that are open are few, and have no end.
CREATE INDEX "connection_station_id_closed_at_idx" ON "connection"("station_id", "closed_at");

-- Time that does not count against a station's uptime, and who said so. What is taken back stays readable.
CREATE TABLE "uptime_exclusion" (
    "id" SERIAL NOT NULL,
    "site_id" INTEGER,
    "station_id" INTEGER,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_by" TEXT,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "uptime_exclusion_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "uptime_exclusion_of_one" CHECK (("site_id" IS NULL) <> ("station_id" IS NULL)),
    CONSTRAINT "uptime_exclusion_order" CHECK ("from_at" < "until_at")
);
CREATE INDEX "uptime_exclusion_site_id_idx" ON "uptime_exclusion"("site_id");
CREATE INDEX "uptime_exclusion_station_id_idx" ON "uptime_exclusion"("station_id");
ALTER TABLE "uptime_exclusion" ADD CONSTRAINT "uptime_exclusion_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "uptime_exclusion" ADD CONSTRAINT "uptime_exclusion_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "station"("id") ON DELETE CASCADE ON UPDATE CASCADE;
