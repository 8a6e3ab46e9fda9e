CREATE TABLE "document_tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"document_id" text NOT NULL,
	"other_id" text,
	"assignee_id" text,
	"key" text NOT NULL,
	"due_on" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text NOT NULL,
	"snoozed_until" text,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text
);
--> statement-breakpoint
CREATE TABLE "document_terms" (
	"document_id" text PRIMARY KEY NOT NULL,
	"owner_id" text,
	"owner_name" text,
	"valid_from" text,
	"valid_until" text,
	"supersedes_id" text,
	"sites" text[] DEFAULT '{}' NOT NULL,
	"contracts" text[] DEFAULT '{}' NOT NULL,
	"audience" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"review_months" integer,
	"reviewed_on" text,
	"given" text[] DEFAULT '{}' NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"number" integer NOT NULL,
	"former_id" text NOT NULL,
	"title" text NOT NULL,
	"sha256" text NOT NULL,
	"text" text NOT NULL,
	"blocks" jsonb NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watched_files" (
	"id" text PRIMARY KEY NOT NULL,
	"root" text NOT NULL,
	"path" text NOT NULL,
	"document_id" text,
	"sha256" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"modified_ms" bigint NOT NULL,
	"state" text NOT NULL,
	"error" text,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "document_tasks" ADD CONSTRAINT "document_tasks_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_tasks" ADD CONSTRAINT "document_tasks_other_id_documents_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_tasks" ADD CONSTRAINT "document_tasks_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_tasks" ADD CONSTRAINT "document_tasks_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_terms" ADD CONSTRAINT "document_terms_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_terms" ADD CONSTRAINT "document_terms_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_terms" ADD CONSTRAINT "document_terms_supersedes_id_documents_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."documents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watched_files" ADD CONSTRAINT "watched_files_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "document_tasks_open" ON "document_tasks" USING btree ("key") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "document_tasks_assignee" ON "document_tasks" USING btree ("assignee_id","status");--> statement-breakpoint
CREATE INDEX "document_tasks_document" ON "document_tasks" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "document_terms_owner" ON "document_terms" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "document_terms_supersedes" ON "document_terms" USING btree ("supersedes_id");--> statement-breakpoint
CREATE UNIQUE INDEX "document_versions_number" ON "document_versions" USING btree ("document_id","number");--> statement-breakpoint
CREATE INDEX "document_versions_former" ON "document_versions" USING btree ("former_id");--> statement-breakpoint
CREATE UNIQUE INDEX "watched_files_path" ON "watched_files" USING btree ("root","path");--> statement-breakpoint
CREATE INDEX "watched_files_document" ON "watched_files" USING btree ("document_id");