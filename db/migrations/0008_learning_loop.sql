CREATE TABLE "feedback_receipts" (
	"feedback_id" text NOT NULL,
	"version_id" text NOT NULL,
	"user_id" text NOT NULL,
	"use" text NOT NULL,
	"document_id" text,
	"chunk_id" text,
	"before" integer,
	"after" integer,
	"quoted" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "feedback_receipts_feedback_id_version_id_pk" PRIMARY KEY("feedback_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "learning_snapshot_rows" (
	"snapshot_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"item_id" text NOT NULL,
	"chunk_id" text,
	"relevance" smallint NOT NULL,
	"weight" real NOT NULL,
	"split" text NOT NULL,
	CONSTRAINT "learning_snapshot_rows_snapshot_id_ordinal_pk" PRIMARY KEY("snapshot_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "learning_snapshots" (
	"id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"rows" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "model_comparisons" (
	"version_id" text NOT NULL,
	"item_id" text NOT NULL,
	"before" integer,
	"after" integer,
	CONSTRAINT "model_comparisons_version_id_item_id_pk" PRIMARY KEY("version_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "model_events" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"version_id" text,
	"from_id" text,
	"by_id" text,
	"reason" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "model_serving" (
	"place" text PRIMARY KEY NOT NULL,
	"version_id" text,
	"previous_id" text,
	"on_trial" boolean DEFAULT false NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "model_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"parent_id" text,
	"snapshot_id" text,
	"encoder_version" text NOT NULL,
	"verdict" text NOT NULL,
	"gate" jsonb NOT NULL,
	"recipe" jsonb NOT NULL,
	"curve" jsonb NOT NULL,
	"artefact" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"trigger" text NOT NULL,
	"requested_by" text,
	"snapshot_id" text,
	"parent_id" text,
	"stage" text,
	"step" integer DEFAULT 0 NOT NULL,
	"steps" integer,
	"eta_seconds" integer,
	"curve" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"failure" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_by" text,
	"lease_until" timestamp (3) with time zone,
	"version_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "model_version" text;--> statement-breakpoint
ALTER TABLE "feedback_receipts" ADD CONSTRAINT "feedback_receipts_feedback_id_feedback_id_fk" FOREIGN KEY ("feedback_id") REFERENCES "public"."feedback"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_receipts" ADD CONSTRAINT "feedback_receipts_version_id_model_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."model_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_receipts" ADD CONSTRAINT "feedback_receipts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_receipts" ADD CONSTRAINT "feedback_receipts_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_receipts" ADD CONSTRAINT "feedback_receipts_chunk_id_chunks_id_fk" FOREIGN KEY ("chunk_id") REFERENCES "public"."chunks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_snapshot_rows" ADD CONSTRAINT "learning_snapshot_rows_snapshot_id_learning_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."learning_snapshots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_snapshot_rows" ADD CONSTRAINT "learning_snapshot_rows_item_id_review_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."review_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_snapshot_rows" ADD CONSTRAINT "learning_snapshot_rows_chunk_id_chunks_id_fk" FOREIGN KEY ("chunk_id") REFERENCES "public"."chunks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_comparisons" ADD CONSTRAINT "model_comparisons_version_id_model_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."model_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_comparisons" ADD CONSTRAINT "model_comparisons_item_id_review_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."review_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_events" ADD CONSTRAINT "model_events_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_serving" ADD CONSTRAINT "model_serving_version_id_model_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."model_versions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_serving" ADD CONSTRAINT "model_serving_previous_id_model_versions_id_fk" FOREIGN KEY ("previous_id") REFERENCES "public"."model_versions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_versions" ADD CONSTRAINT "model_versions_snapshot_id_learning_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."learning_snapshots"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_runs" ADD CONSTRAINT "training_runs_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_runs" ADD CONSTRAINT "training_runs_snapshot_id_learning_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."learning_snapshots"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feedback_receipts_user" ON "feedback_receipts" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "feedback_receipts_document" ON "feedback_receipts" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "learning_snapshot_rows_item" ON "learning_snapshot_rows" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "learning_snapshot_rows_chunk" ON "learning_snapshot_rows" USING btree ("chunk_id");--> statement-breakpoint
CREATE INDEX "model_comparisons_item" ON "model_comparisons" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "model_events_at" ON "model_events" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "model_versions_number" ON "model_versions" USING btree ("number");--> statement-breakpoint
CREATE INDEX "training_runs_state" ON "training_runs" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "messages_model_version" ON "messages" USING btree ("model_version");