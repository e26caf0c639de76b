-- Calls that experts keep by name, to make them again.
CREATE TABLE "saved_call" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "owner_id" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_call_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "saved_call_owner_id_version_name_key" ON "saved_call"("owner_id", "version", "name");
