ALTER TABLE "growth_profiles" ADD COLUMN "share_graph" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "growth_profiles" ADD COLUMN "projects" text[] DEFAULT '{}' NOT NULL;