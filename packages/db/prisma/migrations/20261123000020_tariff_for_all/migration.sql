-- What counts where neither a station nor its site has a tariff of its own: at most one.
ALTER TABLE "tariff" ADD COLUMN "for_all" BOOLEAN NOT NULL DEFAULT false;
CREATE UNIQUE INDEX "tariff_for_all_key" ON "tariff"("for_all") WHERE "for_all";
