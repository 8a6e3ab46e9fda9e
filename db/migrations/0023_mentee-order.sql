ALTER TABLE "growth_mentoring" ADD COLUMN "shown_to_mentors" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "growth_mentoring" ADD COLUMN "mentee_order" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "growth_mentoring" ADD COLUMN "rather_not" text[] DEFAULT '{}' NOT NULL;