-- What programs prove themselves with. A key is shown once; kept is a hash by which an equal key is found.
CREATE TABLE "api_key" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "permissions" TEXT[],
    "owner_id" TEXT,
    "from_environment" BOOLEAN NOT NULL DEFAULT false,
    "made_by_key_id" INTEGER,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,
    "last_used_at" TIMESTAMPTZ(3),
    "last_used_from" TEXT,
    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_made_by_key_id_fkey" FOREIGN KEY ("made_by_key_id")
  REFERENCES "api_key"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- The environment has one key at a time.
CREATE UNIQUE INDEX api_key_of_environment ON public.api_key (from_environment) WHERE from_environment AND revoked_at IS NULL;

-- The audit trail says by which way somebody came: operator, api, system. What is there already came by no key.
ALTER TABLE "audit" ADD COLUMN "origin" TEXT NOT NULL DEFAULT 'system';
ALTER TABLE public.audit DISABLE TRIGGER audit_append_only;
UPDATE public.audit SET origin = 'operator' WHERE actor_id IS NOT NULL;
ALTER TABLE public.audit ENABLE TRIGGER audit_append_only;
