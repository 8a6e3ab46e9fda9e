CREATE TABLE "answer_exposures" (
	"message_id" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"document_id" text NOT NULL,
	"chunk_id" text,
	"retrieved_rank" integer,
	"opened_at" timestamp (3) with time zone,
	CONSTRAINT "answer_exposures_message_id_kind_position_pk" PRIMARY KEY("message_id","kind","position")
);
--> statement-breakpoint
CREATE TABLE "review_assignments" (
	"item_id" text NOT NULL,
	"reviewer_id" text NOT NULL,
	"assigned_by" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_assignments_item_id_reviewer_id_pk" PRIMARY KEY("item_id","reviewer_id")
);
--> statement-breakpoint
CREATE TABLE "review_grades" (
	"judgement_id" text NOT NULL,
	"chunk_id" text NOT NULL,
	"document_id" text NOT NULL,
	"relevance" smallint NOT NULL,
	"span_start" integer,
	"span_end" integer,
	"found" boolean DEFAULT false NOT NULL,
	CONSTRAINT "review_grades_judgement_id_chunk_id_pk" PRIMARY KEY("judgement_id","chunk_id")
);
--> statement-breakpoint
CREATE TABLE "review_item_passages" (
	"item_id" text NOT NULL,
	"chunk_id" text NOT NULL,
	"document_id" text NOT NULL,
	"rank" integer NOT NULL,
	"score" real,
	"lexical" real,
	"dense" real,
	"cited" boolean DEFAULT false NOT NULL,
	CONSTRAINT "review_item_passages_item_id_chunk_id_pk" PRIMARY KEY("item_id","chunk_id")
);
--> statement-breakpoint
CREATE TABLE "review_items" (
	"id" text PRIMARY KEY NOT NULL,
	"question" text NOT NULL,
	"question_key" text NOT NULL,
	"language" text NOT NULL,
	"outcome" text NOT NULL,
	"confidence" real NOT NULL,
	"encoder_version" text NOT NULL,
	"needed" smallint NOT NULL,
	"lot" real NOT NULL,
	"gold" boolean DEFAULT false NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_judgements" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"reviewer_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"verdict" text,
	"note" text DEFAULT '' NOT NULL,
	"flagged" boolean DEFAULT false NOT NULL,
	"duration_ms" integer,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "review_preferences" (
	"user_id" text PRIMARY KEY NOT NULL,
	"keys" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_sources" (
	"message_id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"user_id" text NOT NULL,
	"sent" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "answer_exposures" ADD CONSTRAINT "answer_exposures_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_exposures" ADD CONSTRAINT "answer_exposures_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_assignments" ADD CONSTRAINT "review_assignments_item_id_review_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."review_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_assignments" ADD CONSTRAINT "review_assignments_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_assignments" ADD CONSTRAINT "review_assignments_assigned_by_users_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_grades" ADD CONSTRAINT "review_grades_judgement_id_review_judgements_id_fk" FOREIGN KEY ("judgement_id") REFERENCES "public"."review_judgements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_grades" ADD CONSTRAINT "review_grades_chunk_id_chunks_id_fk" FOREIGN KEY ("chunk_id") REFERENCES "public"."chunks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_grades" ADD CONSTRAINT "review_grades_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_item_passages" ADD CONSTRAINT "review_item_passages_item_id_review_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."review_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_item_passages" ADD CONSTRAINT "review_item_passages_chunk_id_chunks_id_fk" FOREIGN KEY ("chunk_id") REFERENCES "public"."chunks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_item_passages" ADD CONSTRAINT "review_item_passages_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_judgements" ADD CONSTRAINT "review_judgements_item_id_review_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."review_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_judgements" ADD CONSTRAINT "review_judgements_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_preferences" ADD CONSTRAINT "review_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_sources" ADD CONSTRAINT "review_sources_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_sources" ADD CONSTRAINT "review_sources_item_id_review_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."review_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_sources" ADD CONSTRAINT "review_sources_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_exposures_document" ON "answer_exposures" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "review_assignments_reviewer" ON "review_assignments" USING btree ("reviewer_id");--> statement-breakpoint
CREATE INDEX "review_grades_document" ON "review_grades" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "review_item_passages_document" ON "review_item_passages" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "review_items_key" ON "review_items" USING btree ("question_key");--> statement-breakpoint
CREATE UNIQUE INDEX "review_judgements_once" ON "review_judgements" USING btree ("item_id","reviewer_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "review_judgements_reference" ON "review_judgements" USING btree ("item_id") WHERE "review_judgements"."kind" = 'reference';--> statement-breakpoint
CREATE INDEX "review_judgements_reviewer" ON "review_judgements" USING btree ("reviewer_id","closed_at");--> statement-breakpoint
CREATE INDEX "review_sources_item" ON "review_sources" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "review_sources_user" ON "review_sources" USING btree ("user_id","created_at");