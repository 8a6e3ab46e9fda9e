CREATE TABLE "hr_asks" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"user_id" text NOT NULL,
	"message_id" text,
	"question" text NOT NULL,
	"context" jsonb NOT NULL,
	"named" boolean NOT NULL,
	"sensitive" boolean NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "hr_items" (
	"id" text PRIMARY KEY NOT NULL,
	"language" text NOT NULL,
	"state" text NOT NULL,
	"assignee_id" text,
	"note" text DEFAULT '' NOT NULL,
	"declined_because" text,
	"answer_id" text,
	"closed_by" text,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"words" jsonb NOT NULL,
	"href" text NOT NULL,
	"read_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verified_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"question" text NOT NULL,
	"language" text NOT NULL,
	"reply" text DEFAULT '' NOT NULL,
	"document_id" text,
	"source_sha256" text,
	"source_title" text,
	"quote" text,
	"start_char" integer,
	"end_char" integer,
	"page" integer,
	"headings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"published_id" text,
	"audience" text[] NOT NULL,
	"shared" boolean NOT NULL,
	"state" text NOT NULL,
	"suspended_because" text,
	"suspended_at" timestamp (3) with time zone,
	"verified_by" text,
	"verified_at" timestamp (3) with time zone NOT NULL,
	"times_served" integer DEFAULT 0 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "sensitive" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "hr_asks" ADD CONSTRAINT "hr_asks_item_id_hr_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."hr_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hr_asks" ADD CONSTRAINT "hr_asks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hr_asks" ADD CONSTRAINT "hr_asks_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hr_items" ADD CONSTRAINT "hr_items_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hr_items" ADD CONSTRAINT "hr_items_answer_id_verified_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."verified_answers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hr_items" ADD CONSTRAINT "hr_items_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verified_answers" ADD CONSTRAINT "verified_answers_verified_by_users_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hr_asks_item" ON "hr_asks" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "hr_asks_user" ON "hr_asks" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "hr_asks_message_unique" ON "hr_asks" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "hr_items_state" ON "hr_items" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "hr_items_answer" ON "hr_items" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "notifications_user" ON "notifications" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "verified_answers_state" ON "verified_answers" USING btree ("state","updated_at");--> statement-breakpoint
CREATE INDEX "verified_answers_document" ON "verified_answers" USING btree ("document_id");