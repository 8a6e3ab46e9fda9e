CREATE TABLE "growth_course_feedback" (
	"course_id" text NOT NULL,
	"employee_id" text NOT NULL,
	"useful" smallint NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "growth_course_feedback_course_id_employee_id_pk" PRIMARY KEY("course_id","employee_id")
);
--> statement-breakpoint
CREATE TABLE "growth_courses" (
	"id" text PRIMARY KEY NOT NULL,
	"course" jsonb NOT NULL,
	"source" text,
	"active" boolean DEFAULT true NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "growth_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"about" jsonb NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"site" text DEFAULT '' NOT NULL,
	"starts_on" text,
	"skills" text[] NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "growth_entry_members" (
	"entry_id" text NOT NULL,
	"employee_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "growth_entry_members_entry_id_employee_id_pk" PRIMARY KEY("entry_id","employee_id")
);
--> statement-breakpoint
CREATE TABLE "growth_interviews" (
	"id" text PRIMARY KEY NOT NULL,
	"employee_id" text NOT NULL,
	"manager_id" text NOT NULL,
	"status" text NOT NULL,
	"answers" jsonb NOT NULL,
	"actions" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"consented_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "growth_mentoring" (
	"employee_id" text PRIMARY KEY NOT NULL,
	"as_mentor" boolean NOT NULL,
	"as_mentee" boolean NOT NULL,
	"capacity" smallint DEFAULT 1 NOT NULL,
	"offers" text[] NOT NULL,
	"wants" text[] NOT NULL,
	"languages" text[] NOT NULL,
	"avoid" text[] NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "growth_moves" (
	"id" text PRIMARY KEY NOT NULL,
	"from_role" text NOT NULL,
	"to_role" text NOT NULL,
	"people" integer NOT NULL,
	"months" real,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "growth_pairs" (
	"id" text PRIMARY KEY NOT NULL,
	"mentor_id" text NOT NULL,
	"mentee_id" text NOT NULL,
	"origin" text NOT NULL,
	"status" text NOT NULL,
	"skill_id" text,
	"reason" jsonb NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "growth_plan_steps" (
	"plan_id" text NOT NULL,
	"course_id" text NOT NULL,
	"position" integer NOT NULL,
	"status" text NOT NULL,
	"starts_on" text NOT NULL,
	"due_on" text NOT NULL,
	"done_on" text,
	"hours" real NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	CONSTRAINT "growth_plan_steps_plan_id_course_id_pk" PRIMARY KEY("plan_id","course_id")
);
--> statement-breakpoint
CREATE TABLE "growth_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"employee_id" text NOT NULL,
	"target" jsonb NOT NULL,
	"request" jsonb NOT NULL,
	"plan" jsonb NOT NULL,
	"gap" jsonb NOT NULL,
	"status" text NOT NULL,
	"approval" text NOT NULL,
	"approved_by" text,
	"approval_note" text DEFAULT '' NOT NULL,
	"approved_at" timestamp (3) with time zone,
	"cost" real DEFAULT 0 NOT NULL,
	"programme" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "growth_profiles" (
	"employee_id" text PRIMARY KEY NOT NULL,
	"interests" text DEFAULT '' NOT NULL,
	"goals" text DEFAULT '' NOT NULL,
	"hours_per_week" real DEFAULT 3 NOT NULL,
	"languages" text[] NOT NULL,
	"share_manager" boolean DEFAULT false NOT NULL,
	"share_experts" boolean DEFAULT false NOT NULL,
	"share_groups" boolean DEFAULT false NOT NULL,
	"consented_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "growth_roles" (
	"id" text PRIMARY KEY NOT NULL,
	"role" jsonb NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "growth_skills" (
	"employee_id" text NOT NULL,
	"skill_id" text NOT NULL,
	"level" smallint NOT NULL,
	"evidence" jsonb NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "growth_skills_employee_id_skill_id_pk" PRIMARY KEY("employee_id","skill_id")
);
--> statement-breakpoint
ALTER TABLE "growth_course_feedback" ADD CONSTRAINT "growth_course_feedback_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_entry_members" ADD CONSTRAINT "growth_entry_members_entry_id_growth_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."growth_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_entry_members" ADD CONSTRAINT "growth_entry_members_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_interviews" ADD CONSTRAINT "growth_interviews_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_interviews" ADD CONSTRAINT "growth_interviews_manager_id_employees_id_fk" FOREIGN KEY ("manager_id") REFERENCES "public"."employees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_mentoring" ADD CONSTRAINT "growth_mentoring_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_pairs" ADD CONSTRAINT "growth_pairs_mentor_id_employees_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."employees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_pairs" ADD CONSTRAINT "growth_pairs_mentee_id_employees_id_fk" FOREIGN KEY ("mentee_id") REFERENCES "public"."employees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_plan_steps" ADD CONSTRAINT "growth_plan_steps_plan_id_growth_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."growth_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_plans" ADD CONSTRAINT "growth_plans_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_plans" ADD CONSTRAINT "growth_plans_approved_by_employees_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."employees"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_profiles" ADD CONSTRAINT "growth_profiles_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "growth_skills" ADD CONSTRAINT "growth_skills_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "growth_interviews_employee" ON "growth_interviews" USING btree ("employee_id");--> statement-breakpoint
CREATE INDEX "growth_interviews_manager" ON "growth_interviews" USING btree ("manager_id");--> statement-breakpoint
CREATE INDEX "growth_pairs_mentor" ON "growth_pairs" USING btree ("mentor_id");--> statement-breakpoint
CREATE INDEX "growth_pairs_mentee" ON "growth_pairs" USING btree ("mentee_id");--> statement-breakpoint
CREATE INDEX "growth_plan_steps_due" ON "growth_plan_steps" USING btree ("status","due_on");--> statement-breakpoint
CREATE INDEX "growth_plans_employee" ON "growth_plans" USING btree ("employee_id","status");--> statement-breakpoint
CREATE INDEX "growth_skills_skill" ON "growth_skills" USING btree ("skill_id");