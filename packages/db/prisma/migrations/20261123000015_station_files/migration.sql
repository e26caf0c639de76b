-- Files that stations are asked for, and send to a place made for each of them. The bytes lie in a folder of ours.
CREATE TABLE "station_file" (
    "id" SERIAL NOT NULL,
    "station_id" INTEGER NOT NULL,
    "command_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT,
    "type" TEXT,
    "size" BIGINT,
    "sha256" BYTEA,
    "stored_as" TEXT,
    "received_at" TIMESTAMPTZ(3),
    "kept_until" TIMESTAMPTZ(3),
    CONSTRAINT "station_file_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "station_file_token_hash_key" ON "station_file"("token_hash");
CREATE UNIQUE INDEX "station_file_command_id_key" ON "station_file"("command_id");
CREATE INDEX "station_file_station_id_id_idx" ON "station_file"("station_id", "id" DESC);
ALTER TABLE "station_file" ADD CONSTRAINT "station_file_station_id_fkey" FOREIGN KEY ("station_id")
  REFERENCES "station"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a station reported about its security is read per station, and counted while it is new.
CREATE INDEX event_security ON journal.event (station_id, received_at DESC) WHERE type = 'security.reported';
