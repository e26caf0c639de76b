-- What programs sent once is not done twice: the first answer is kept for a day.
CREATE TABLE "idempotent_request" (
    "api_key_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" BYTEA,

    CONSTRAINT "idempotent_request_pkey" PRIMARY KEY ("api_key_id","key")
);
CREATE INDEX "idempotent_request_created_at_idx" ON "idempotent_request"("created_at");
