CREATE TABLE "application_events" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"from_stage" text,
	"to_stage" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"run_id" text,
	"revision" integer,
	"shown" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"by_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "application_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"by_id" text,
	"text" text NOT NULL,
	"remind_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "application_scores" (
	"run_id" text NOT NULL,
	"application_id" text NOT NULL,
	"score" real NOT NULL,
	"card" jsonb NOT NULL,
	CONSTRAINT "application_scores_run_id_application_id_pk" PRIMARY KEY("run_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"opening_id" text NOT NULL,
	"document_id" text NOT NULL,
	"stage" text NOT NULL,
	"channel" text NOT NULL,
	"consent" text NOT NULL,
	"keep_until" timestamp (3) with time zone,
	"applied_at" timestamp (3) with time zone NOT NULL,
	"stage_since" timestamp (3) with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"starts_on" text
);
--> statement-breakpoint
CREATE TABLE "equal_opportunity_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"rows" bigint NOT NULL,
	"unmatched" bigint NOT NULL,
	"by_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "equal_opportunity_records" (
	"subject" text PRIMARY KEY NOT NULL,
	"groups" jsonb NOT NULL,
	"import_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"id" text PRIMARY KEY NOT NULL,
	"receipt" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"by_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opening_members" (
	"opening_id" text NOT NULL,
	"user_id" text NOT NULL,
	"added_by" text,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "opening_members_opening_id_user_id_pk" PRIMARY KEY("opening_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "openings" (
	"document_id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"seats" integer DEFAULT 1 NOT NULL,
	"suggested" jsonb NOT NULL,
	"requirements" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"pinned" jsonb,
	"run_id" text,
	"blind_until" text,
	"created_by" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "requirement_corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"opening_id" text NOT NULL,
	"revision" integer NOT NULL,
	"change" jsonb NOT NULL,
	"by_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_search_hits" (
	"search_id" text NOT NULL,
	"document_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "saved_search_hits_search_id_document_id_pk" PRIMARY KEY("search_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"request" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"looked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "score_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"opening_id" text NOT NULL,
	"number" integer NOT NULL,
	"versions" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"requirements" jsonb NOT NULL,
	"reason" text NOT NULL,
	"by_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shortlist_answers" (
	"link_id" text NOT NULL,
	"application_id" text NOT NULL,
	"verdict" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shortlist_answers_link_id_application_id_pk" PRIMARY KEY("link_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "shortlist_entries" (
	"shortlist_id" text NOT NULL,
	"application_id" text NOT NULL,
	"reason" text NOT NULL,
	"by_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shortlist_entries_shortlist_id_application_id_pk" PRIMARY KEY("shortlist_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "shortlist_links" (
	"id" text PRIMARY KEY NOT NULL,
	"shortlist_id" text NOT NULL,
	"user_id" text NOT NULL,
	"masked" boolean NOT NULL,
	"created_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"first_opened_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "shortlists" (
	"id" text PRIMARY KEY NOT NULL,
	"opening_id" text NOT NULL,
	"name" text NOT NULL,
	"created_by" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "application_events" ADD CONSTRAINT "application_events_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_events" ADD CONSTRAINT "application_events_run_id_score_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."score_runs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_events" ADD CONSTRAINT "application_events_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_notes" ADD CONSTRAINT "application_notes_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_notes" ADD CONSTRAINT "application_notes_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_scores" ADD CONSTRAINT "application_scores_run_id_score_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."score_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_scores" ADD CONSTRAINT "application_scores_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_opening_id_openings_document_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("document_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equal_opportunity_imports" ADD CONSTRAINT "equal_opportunity_imports_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equal_opportunity_records" ADD CONSTRAINT "equal_opportunity_records_import_id_equal_opportunity_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."equal_opportunity_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_members" ADD CONSTRAINT "opening_members_opening_id_openings_document_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("document_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_members" ADD CONSTRAINT "opening_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_members" ADD CONSTRAINT "opening_members_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_corrections" ADD CONSTRAINT "requirement_corrections_opening_id_openings_document_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("document_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_corrections" ADD CONSTRAINT "requirement_corrections_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_hits" ADD CONSTRAINT "saved_search_hits_search_id_saved_searches_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."saved_searches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_hits" ADD CONSTRAINT "saved_search_hits_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_runs" ADD CONSTRAINT "score_runs_opening_id_openings_document_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("document_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_runs" ADD CONSTRAINT "score_runs_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlist_answers" ADD CONSTRAINT "shortlist_answers_link_id_shortlist_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."shortlist_links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlist_answers" ADD CONSTRAINT "shortlist_answers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlist_entries" ADD CONSTRAINT "shortlist_entries_shortlist_id_shortlists_id_fk" FOREIGN KEY ("shortlist_id") REFERENCES "public"."shortlists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlist_entries" ADD CONSTRAINT "shortlist_entries_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlist_entries" ADD CONSTRAINT "shortlist_entries_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlist_links" ADD CONSTRAINT "shortlist_links_shortlist_id_shortlists_id_fk" FOREIGN KEY ("shortlist_id") REFERENCES "public"."shortlists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlist_links" ADD CONSTRAINT "shortlist_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlist_links" ADD CONSTRAINT "shortlist_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlists" ADD CONSTRAINT "shortlists_opening_id_openings_document_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("document_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlists" ADD CONSTRAINT "shortlists_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_events_application" ON "application_events" USING btree ("application_id","at");--> statement-breakpoint
CREATE INDEX "application_notes_application" ON "application_notes" USING btree ("application_id","at");--> statement-breakpoint
CREATE INDEX "application_notes_remind" ON "application_notes" USING btree ("remind_at");--> statement-breakpoint
CREATE INDEX "application_scores_application" ON "application_scores" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_once" ON "applications" USING btree ("opening_id","document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_code" ON "applications" USING btree ("code");--> statement-breakpoint
CREATE INDEX "applications_document" ON "applications" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "applications_keep" ON "applications" USING btree ("keep_until");--> statement-breakpoint
CREATE INDEX "equal_opportunity_records_import" ON "equal_opportunity_records" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "opening_members_user" ON "opening_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "requirement_corrections_opening" ON "requirement_corrections" USING btree ("opening_id","revision");--> statement-breakpoint
CREATE INDEX "saved_search_hits_document" ON "saved_search_hits" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "saved_searches_user" ON "saved_searches" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "score_runs_number" ON "score_runs" USING btree ("opening_id","number");--> statement-breakpoint
CREATE INDEX "shortlist_answers_application" ON "shortlist_answers" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "shortlist_entries_application" ON "shortlist_entries" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "shortlist_links_user" ON "shortlist_links" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "shortlist_links_shortlist" ON "shortlist_links" USING btree ("shortlist_id");--> statement-breakpoint
CREATE INDEX "shortlists_opening" ON "shortlists" USING btree ("opening_id");