CREATE TABLE "person_links" (
	"a" text NOT NULL,
	"b" text NOT NULL,
	"verdict" text NOT NULL,
	"by_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "person_links_a_b_pk" PRIMARY KEY("a","b")
);
--> statement-breakpoint
CREATE TABLE "resume_keys" (
	"document_id" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "resume_keys_document_id_kind_key_pk" PRIMARY KEY("document_id","kind","key")
);
--> statement-breakpoint
CREATE TABLE "resume_profiles" (
	"document_id" text PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"profile" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "person_links" ADD CONSTRAINT "person_links_a_documents_id_fk" FOREIGN KEY ("a") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_links" ADD CONSTRAINT "person_links_b_documents_id_fk" FOREIGN KEY ("b") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_links" ADD CONSTRAINT "person_links_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resume_keys" ADD CONSTRAINT "resume_keys_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resume_profiles" ADD CONSTRAINT "resume_profiles_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_links_b" ON "person_links" USING btree ("b");--> statement-breakpoint
CREATE INDEX "resume_keys_key" ON "resume_keys" USING btree ("kind","key");--> statement-breakpoint
CREATE INDEX "resume_profiles_version" ON "resume_profiles" USING btree ("version");