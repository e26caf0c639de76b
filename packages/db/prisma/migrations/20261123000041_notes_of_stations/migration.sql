-- What people write down about a station.
CREATE TABLE "station_note" (
    "id" SERIAL NOT NULL,
    "station_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "station_note_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "station_note_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "station"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "station_note_station_id_id_idx" ON "station_note"("station_id", "id" DESC);

-- Frames that were odd in some way are few; counting them by kind must not read all the others.
CREATE INDEX frame_odd ON journal.frame (station_id, received_at) WHERE verdict NOT IN ('ok', 'sent') OR note IS NOT NULL;
