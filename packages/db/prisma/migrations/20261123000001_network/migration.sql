-- CreateTable
CREATE TABLE "site" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "station" (
    "id" SERIAL NOT NULL,
    "identity" TEXT NOT NULL,
    "identity_folded" TEXT NOT NULL,
    "name" TEXT,
    "site_id" INTEGER,
    "approval" TEXT NOT NULL DEFAULT 'waiting',
    "registration" TEXT NOT NULL DEFAULT 'none',
    "version" TEXT,
    "assumed_version" TEXT,
    "security_profile" INTEGER NOT NULL DEFAULT 1,
    "secret_hash" TEXT,
    "secret_salt" TEXT,
    "passwordless" BOOLEAN NOT NULL DEFAULT false,
    "vendor" TEXT,
    "model" TEXT,
    "serial_number" TEXT,
    "firmware_version" TEXT,
    "iccid" TEXT,
    "imsi" TEXT,
    "meter_type" TEXT,
    "meter_serial_number" TEXT,
    "boot_reason" TEXT,
    "booted_at" TIMESTAMPTZ(3),
    "connected" BOOLEAN NOT NULL DEFAULT false,
    "gateway_id" INTEGER,
    "epoch" BIGINT NOT NULL DEFAULT 0,
    "connected_at" TIMESTAMPTZ(3),
    "disconnected_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),
    "heartbeat_seconds" INTEGER NOT NULL DEFAULT 300,
    "clock_skew_ms" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "station_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connector" (
    "station_id" INTEGER NOT NULL,
    "evse" INTEGER NOT NULL,
    "connector" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "activity" TEXT,
    "at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "error_code" TEXT,
    "error_info" TEXT,
    "vendor_error_code" TEXT,

    CONSTRAINT "connector_pkey" PRIMARY KEY ("station_id","evse","connector")
);

-- CreateTable
CREATE TABLE "session" (
    "id" INTEGER NOT NULL,
    "station_id" INTEGER NOT NULL,
    "wire_id" TEXT,
    "evse" INTEGER,
    "connector" INTEGER,
    "token" TEXT,
    "token_kind" TEXT,
    "group" TEXT,
    "authorization" TEXT,
    "status" TEXT NOT NULL,
    "activity" TEXT,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "orphan" BOOLEAN NOT NULL DEFAULT false,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "end_received_at" TIMESTAMPTZ(3),
    "meter_start_wh" DOUBLE PRECISION,
    "meter_wh" DOUBLE PRECISION,
    "meter_at" TIMESTAMPTZ(3),
    "meter_end_wh" DOUBLE PRECISION,
    "power_w" DOUBLE PRECISION,
    "state_of_charge_start" DOUBLE PRECISION,
    "state_of_charge" DOUBLE PRECISION,
    "stop_reason" TEXT,
    "ended_by" TEXT,
    "trigger" TEXT,
    "offline" BOOLEAN NOT NULL DEFAULT false,
    "remote_start_id" INTEGER,
    "reservation_id" INTEGER,
    "seen" TEXT NOT NULL DEFAULT '',
    "end_sequence" INTEGER,
    "attention" TEXT[],

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token" (
    "id" SERIAL NOT NULL,
    "value" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'unknown',
    "group" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "expires_at" TIMESTAMPTZ(3),
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command" (
    "id" SERIAL NOT NULL,
    "station_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "command" JSONB,
    "action" TEXT,
    "payload" JSONB,
    "origin" TEXT NOT NULL DEFAULT 'operator',
    "requested_by" TEXT,
    "reason" TEXT,
    "probe_of" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hold_until" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "delivery" TEXT NOT NULL DEFAULT 'queued',
    "sent_at" TIMESTAMPTZ(3),
    "message_id" TEXT,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "response" JSONB,
    "detail" TEXT,
    "proof" TEXT NOT NULL DEFAULT 'none',
    "plan" JSONB,
    "deadline" TIMESTAMPTZ(3),
    "unproven_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "evidence" TEXT,

    CONSTRAINT "command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "variable" (
    "station_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "attribute" TEXT NOT NULL,
    "component" TEXT NOT NULL,
    "component_instance" TEXT,
    "evse" INTEGER,
    "connector" INTEGER,
    "name" TEXT NOT NULL,
    "instance" TEXT,
    "value" TEXT,
    "mutability" TEXT,
    "type" TEXT,
    "unit" TEXT,
    "min" DOUBLE PRECISION,
    "max" DOUBLE PRECISION,
    "values" TEXT[],
    "persistent" BOOLEAN,
    "constant" BOOLEAN,
    "supports_monitoring" BOOLEAN,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "variable_pkey" PRIMARY KEY ("station_id","key","attribute")
);

-- CreateTable
CREATE TABLE "connection" (
    "epoch" BIGINT NOT NULL,
    "station_id" INTEGER NOT NULL,
    "gateway_id" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "remote_address" TEXT NOT NULL,
    "user_agent" TEXT,
    "authenticated" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "close_code" INTEGER,
    "close_reason" TEXT,

    CONSTRAINT "connection_pkey" PRIMARY KEY ("epoch")
);

-- CreateTable
CREATE TABLE "refusal" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "identity" TEXT,
    "path" TEXT NOT NULL,
    "remote_address" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "offered" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "refusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quarantine" (
    "id" SERIAL NOT NULL,
    "station_id" INTEGER NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT,
    "raw" BYTEA NOT NULL,
    "error" TEXT NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "quarantine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gateway" (
    "id" SERIAL NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "gateway_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT DEFAULT 'viewer',
    "banned" BOOLEAN DEFAULT false,
    "ban_reason" TEXT,
    "ban_expires" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "impersonated_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "site_name_key" ON "site"("name");

-- CreateIndex
CREATE UNIQUE INDEX "station_identity_key" ON "station"("identity");

-- CreateIndex
CREATE INDEX "station_identity_folded_idx" ON "station"("identity_folded");

-- CreateIndex
CREATE INDEX "station_site_id_idx" ON "station"("site_id");

-- CreateIndex
CREATE INDEX "connector_status_idx" ON "connector"("status");

-- CreateIndex
CREATE INDEX "session_station_id_received_at_idx" ON "session"("station_id", "received_at");

-- CreateIndex
CREATE INDEX "session_received_at_idx" ON "session"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "token_folded_kind_key" ON "token"("folded", "kind");

-- CreateIndex
CREATE INDEX "command_station_id_id_idx" ON "command"("station_id", "id" DESC);

-- CreateIndex
CREATE INDEX "connection_station_id_opened_at_idx" ON "connection"("station_id", "opened_at" DESC);

-- CreateIndex
CREATE INDEX "refusal_at_idx" ON "refusal"("at" DESC);

-- CreateIndex
CREATE INDEX "refusal_identity_at_idx" ON "refusal"("identity", "at" DESC);

-- CreateIndex
CREATE INDEX "quarantine_station_id_idx" ON "quarantine"("station_id");

-- CreateIndex
CREATE INDEX "audit_at_idx" ON "audit"("at" DESC);

-- CreateIndex
CREATE INDEX "audit_subject_idx" ON "audit"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_token_key" ON "sign_in"("token");

-- CreateIndex
CREATE INDEX "sign_in_user_id_idx" ON "sign_in"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- AddForeignKey
ALTER TABLE "station" ADD CONSTRAINT "station_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connector" ADD CONSTRAINT "connector_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "station"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "station"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "command" ADD CONSTRAINT "command_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "station"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variable" ADD CONSTRAINT "variable_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "station"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection" ADD CONSTRAINT "connection_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "station"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
