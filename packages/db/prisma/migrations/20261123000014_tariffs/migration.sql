-- What charging costs. Prices are decimal texts: no binary fraction ever holds money.
CREATE TABLE "tariff" (
    "id" SERIAL NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "per_kwh" TEXT,
    "per_minute" TEXT,
    "per_session" TEXT,
    "text" TEXT,
    "language" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "tariff_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "tariff_name_key" ON "tariff"("name");

ALTER TABLE "site" ADD COLUMN "tariff_id" INTEGER;
ALTER TABLE "site" ADD CONSTRAINT "site_tariff_id_fkey" FOREIGN KEY ("tariff_id")
  REFERENCES "tariff"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "station" ADD COLUMN "tariff_id" INTEGER;
ALTER TABLE "station" ADD CONSTRAINT "station_tariff_id_fkey" FOREIGN KEY ("tariff_id")
  REFERENCES "tariff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A session keeps the tariff it began with, whatever becomes of it, and what its station counted by itself.
ALTER TABLE "session" ADD COLUMN "tariff" JSONB, ADD COLUMN "station_cost" JSONB;

-- Vendors' own messages: what we know of them, and what came from whom.
CREATE TABLE "vendor_message" (
    "vendor" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT 'accepted',
    "reply" TEXT,
    CONSTRAINT "vendor_message_pkey" PRIMARY KEY ("vendor", "message")
);
CREATE TABLE "vendor_message_heard" (
    "station_id" INTEGER NOT NULL,
    "vendor" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "last_data" TEXT,
    CONSTRAINT "vendor_message_heard_pkey" PRIMARY KEY ("station_id", "vendor", "message")
);
ALTER TABLE "vendor_message_heard" ADD CONSTRAINT "vendor_message_heard_station_id_fkey" FOREIGN KEY ("station_id")
  REFERENCES "station"("id") ON DELETE CASCADE ON UPDATE CASCADE;
