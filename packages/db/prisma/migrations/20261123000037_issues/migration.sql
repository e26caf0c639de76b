-- What goes wrong, grouped. One reader of the story of events makes issues (docs/adr/0009-issues-follow-events.md).
CREATE TABLE "issue" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "station_id" INTEGER,
    "site_id" INTEGER,
    "severity" SMALLINT NOT NULL,
    "state" TEXT NOT NULL,
    "owner_id" TEXT,
    "muted_until" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "openings" INTEGER NOT NULL DEFAULT 1,
    "watch_until" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,
    "about" JSONB NOT NULL,
    "active" INTEGER NOT NULL,
    "children" INTEGER NOT NULL,
    CONSTRAINT "issue_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "issue" ADD CONSTRAINT "issue_station_id_fkey" FOREIGN KEY ("station_id")
  REFERENCES "station"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "issue" ADD CONSTRAINT "issue_site_id_fkey" FOREIGN KEY ("site_id")
  REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Whatever goes wrong in whichever process: the same trouble is never open twice.
CREATE UNIQUE INDEX issue_open_key ON "issue" ("key") WHERE state <> 'resolved';
CREATE INDEX issue_key ON "issue" ("key", id DESC);
CREATE INDEX issue_open ON "issue" (severity, opened_at DESC, id DESC) WHERE state <> 'resolved';
CREATE INDEX issue_over ON "issue" (resolved_at DESC, id DESC) WHERE state = 'resolved';
CREATE INDEX issue_alike ON "issue" (kind, id DESC);
CREATE INDEX issue_watched ON "issue" (watch_until) WHERE watch_until IS NOT NULL;
CREATE INDEX issue_muted ON "issue" (muted_until) WHERE muted_until IS NOT NULL;

CREATE TABLE "issue_child" (
    "issue_id" INTEGER NOT NULL,
    "station_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "cleared_at" TIMESTAMPTZ(3),
    "times" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "issue_child_pkey" PRIMARY KEY ("issue_id", "station_id", "key")
);
ALTER TABLE "issue_child" ADD CONSTRAINT "issue_child_issue_id_fkey" FOREIGN KEY ("issue_id")
  REFERENCES "issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "issue_child" ADD CONSTRAINT "issue_child_station_id_fkey" FOREIGN KEY ("station_id")
  REFERENCES "station"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "issue_child_station_id_issue_id_idx" ON "issue_child"("station_id", "issue_id" DESC);

CREATE TABLE "issue_entry" (
    "id" BIGSERIAL NOT NULL,
    "issue_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor" TEXT,
    "data" JSONB,
    CONSTRAINT "issue_entry_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "issue_entry" ADD CONSTRAINT "issue_entry_issue_id_fkey" FOREIGN KEY ("issue_id")
  REFERENCES "issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "issue_entry_issue_id_id_idx" ON "issue_entry"("issue_id", "id");

-- Stations without a connection, until they are back.
CREATE TABLE "silence" (
    "station_id" INTEGER NOT NULL,
    "site_id" INTEGER,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "by_us" BOOLEAN NOT NULL DEFAULT false,
    "close_reason" TEXT,
    "raised" TEXT,
    CONSTRAINT "silence_pkey" PRIMARY KEY ("station_id")
);
ALTER TABLE "silence" ADD CONSTRAINT "silence_station_id_fkey" FOREIGN KEY ("station_id")
  REFERENCES "station"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "silence_site_id_idx" ON "silence"("site_id");
CREATE INDEX silence_waiting ON "silence" (due_at) WHERE raised IS NULL;
CREATE INDEX silence_fresh ON "silence" (since) WHERE raised IS NULL;

-- How far issues have followed the story, and which process does so.
CREATE TABLE "issue_follower" (
    "id" INTEGER NOT NULL DEFAULT 1 CHECK (id = 1),
    "cursor" TEXT NOT NULL,
    "holder" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    CONSTRAINT "issue_follower_pkey" PRIMARY KEY ("id")
);
ALTER TABLE public.issue_follower SET (fillfactor = 20);

-- What may be tried before a person is woken, and what was.
CREATE TABLE "issue_rule" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "kind" TEXT NOT NULL,
    "codes" TEXT[],
    "vendor" TEXT,
    "site_id" INTEGER,
    "remedy" TEXT NOT NULL,
    "after_seconds" INTEGER NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "issue_rule_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "issue_rule" ADD CONSTRAINT "issue_rule_site_id_fkey" FOREIGN KEY ("site_id")
  REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "issue_try" (
    "id" SERIAL NOT NULL,
    "issue_id" INTEGER NOT NULL,
    "station_id" INTEGER NOT NULL,
    "rule_id" INTEGER,
    "command" JSONB NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    -- planned, tried, worked, failed, dropped
    "state" TEXT NOT NULL DEFAULT 'planned',
    "tried_at" TIMESTAMPTZ(3),
    "command_id" INTEGER,
    "settled_at" TIMESTAMPTZ(3),
    "detail" TEXT,
    CONSTRAINT "issue_try_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "issue_try" ADD CONSTRAINT "issue_try_issue_id_fkey" FOREIGN KEY ("issue_id")
  REFERENCES "issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "issue_try" ADD CONSTRAINT "issue_try_station_id_fkey" FOREIGN KEY ("station_id")
  REFERENCES "station"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "issue_try" ADD CONSTRAINT "issue_try_rule_id_fkey" FOREIGN KEY ("rule_id")
  REFERENCES "issue_rule"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "issue_try_issue_id_idx" ON "issue_try"("issue_id");
CREATE INDEX "issue_try_station_id_due_at_idx" ON "issue_try"("station_id", "due_at");
CREATE INDEX issue_try_open ON "issue_try" (due_at) WHERE state IN ('planned', 'tried');

-- Who wants an e-mail from which severity on (1 critical, 2 major, 3 minor; 0 none), and what is to be sent.
CREATE TABLE "notice_choice" (
    "user_id" TEXT NOT NULL,
    "severity" SMALLINT NOT NULL,
    CONSTRAINT "notice_choice_pkey" PRIMARY KEY ("user_id")
);
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_user_id_fkey" FOREIGN KEY ("user_id")
  REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "issue_notice" (
    "issue_id" INTEGER NOT NULL,
    "opening" INTEGER NOT NULL,
    "user_id" TEXT NOT NULL,
    -- waiting, sent, failed, dropped
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claim" TEXT,
    "message_id" TEXT,
    "detail" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    CONSTRAINT "issue_notice_pkey" PRIMARY KEY ("issue_id", "opening", "user_id")
);
ALTER TABLE "issue_notice" ADD CONSTRAINT "issue_notice_issue_id_fkey" FOREIGN KEY ("issue_id")
  REFERENCES "issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "issue_notice" ADD CONSTRAINT "issue_notice_user_id_fkey" FOREIGN KEY ("user_id")
  REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX issue_notice_due ON "issue_notice" (due_at) WHERE state = 'waiting';
