CREATE TABLE "insight_approvals" (
	"id" text PRIMARY KEY NOT NULL,
	"place" text NOT NULL,
	"purpose" text NOT NULL,
	"legal_basis" text NOT NULL,
	"consultation" text NOT NULL,
	"approved_by" text NOT NULL,
	"approved_on" text NOT NULL,
	"enabled_by" text,
	"enabled_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_by" text,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "insight_contests" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"dataset_id" text,
	"table_name" text NOT NULL,
	"row_key" text NOT NULL,
	"reason" text NOT NULL,
	"outcome" text,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "insight_dataset_people" (
	"dataset_id" text NOT NULL,
	"row_key" text NOT NULL,
	"employee_id" text NOT NULL,
	CONSTRAINT "insight_dataset_people_dataset_id_row_key_pk" PRIMARY KEY("dataset_id","row_key")
);
--> statement-breakpoint
CREATE TABLE "insight_datasets" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"file_name" text NOT NULL,
	"use" text NOT NULL,
	"number" integer NOT NULL,
	"sha256" text,
	"rows" integer NOT NULL,
	"removed_rows" integer DEFAULT 0 NOT NULL,
	"mapping" jsonb NOT NULL,
	"report" jsonb,
	"content" "bytea" NOT NULL,
	"imported_by" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"mapped_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "insight_events" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"event" text NOT NULL,
	"version" integer NOT NULL,
	"from_version" integer NOT NULL,
	"by_id" text,
	"reason" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "insight_people" (
	"version_id" text NOT NULL,
	"row_key" text NOT NULL,
	"employee_id" text,
	"group_name" text DEFAULT '' NOT NULL,
	"band" text NOT NULL,
	"value" real NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "insight_people_version_id_row_key_pk" PRIMARY KEY("version_id","row_key")
);
--> statement-breakpoint
CREATE TABLE "insight_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"input" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"created_by" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "insight_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"dataset_id" text NOT NULL,
	"state" text NOT NULL,
	"requested_by" text,
	"stage" text,
	"step" integer DEFAULT 0 NOT NULL,
	"steps" integer,
	"failure" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_by" text,
	"lease_until" timestamp (3) with time zone,
	"version_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "insight_serving" (
	"kind" text PRIMARY KEY NOT NULL,
	"version_id" text,
	"previous_id" text,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "insight_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"dataset_id" text NOT NULL,
	"parent_id" text,
	"verdict" text NOT NULL,
	"gate" jsonb NOT NULL,
	"report" jsonb NOT NULL,
	"held_out" jsonb,
	"recipe" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "insight_approvals" ADD CONSTRAINT "insight_approvals_enabled_by_users_id_fk" FOREIGN KEY ("enabled_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_approvals" ADD CONSTRAINT "insight_approvals_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_contests" ADD CONSTRAINT "insight_contests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_contests" ADD CONSTRAINT "insight_contests_dataset_id_insight_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."insight_datasets"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_contests" ADD CONSTRAINT "insight_contests_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_dataset_people" ADD CONSTRAINT "insight_dataset_people_dataset_id_insight_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."insight_datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_dataset_people" ADD CONSTRAINT "insight_dataset_people_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_datasets" ADD CONSTRAINT "insight_datasets_imported_by_users_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_events" ADD CONSTRAINT "insight_events_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_people" ADD CONSTRAINT "insight_people_version_id_insight_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."insight_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_people" ADD CONSTRAINT "insight_people_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_plans" ADD CONSTRAINT "insight_plans_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_runs" ADD CONSTRAINT "insight_runs_dataset_id_insight_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."insight_datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_runs" ADD CONSTRAINT "insight_runs_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_serving" ADD CONSTRAINT "insight_serving_version_id_insight_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."insight_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_serving" ADD CONSTRAINT "insight_serving_previous_id_insight_versions_id_fk" FOREIGN KEY ("previous_id") REFERENCES "public"."insight_versions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_versions" ADD CONSTRAINT "insight_versions_dataset_id_insight_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."insight_datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "insight_approvals_in_force" ON "insight_approvals" USING btree ("place") WHERE "insight_approvals"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "insight_contests_user" ON "insight_contests" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "insight_contests_open" ON "insight_contests" USING btree ("answered_at");--> statement-breakpoint
CREATE INDEX "insight_dataset_people_employee" ON "insight_dataset_people" USING btree ("employee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "insight_datasets_number" ON "insight_datasets" USING btree ("name","number");--> statement-breakpoint
CREATE INDEX "insight_events_kind" ON "insight_events" USING btree ("kind","at");--> statement-breakpoint
CREATE INDEX "insight_people_employee" ON "insight_people" USING btree ("employee_id");--> statement-breakpoint
CREATE INDEX "insight_runs_state" ON "insight_runs" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "insight_runs_dataset" ON "insight_runs" USING btree ("dataset_id");--> statement-breakpoint
CREATE UNIQUE INDEX "insight_versions_number" ON "insight_versions" USING btree ("kind","number");--> statement-breakpoint
CREATE INDEX "insight_versions_dataset" ON "insight_versions" USING btree ("dataset_id");