ALTER TABLE "model_versions" ADD COLUMN "space_id" text;--> statement-breakpoint
ALTER TABLE "model_versions" ADD COLUMN "space_version" text;--> statement-breakpoint
ALTER TABLE "model_versions" ADD COLUMN "layers" "bytea";--> statement-breakpoint
ALTER TABLE "training_runs" ADD COLUMN "kind" text DEFAULT 'ranking' NOT NULL;--> statement-breakpoint
ALTER TABLE "training_runs" ADD COLUMN "reason" text DEFAULT '' NOT NULL;