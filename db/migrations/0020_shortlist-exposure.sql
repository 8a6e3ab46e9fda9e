ALTER TABLE "shortlist_entries" ADD COLUMN "run_id" text;--> statement-breakpoint
ALTER TABLE "shortlist_entries" ADD COLUMN "rank" integer;