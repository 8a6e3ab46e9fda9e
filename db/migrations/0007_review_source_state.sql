ALTER TABLE "review_sources" ADD COLUMN "state" text NOT NULL;--> statement-breakpoint
ALTER TABLE "review_sources" DROP COLUMN "sent";