CREATE TABLE "insight_labels" (
	"dataset_id" text NOT NULL,
	"field" text NOT NULL,
	"comment" text NOT NULL,
	"label" text NOT NULL,
	"labelled_by" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "insight_labels_dataset_id_field_comment_pk" PRIMARY KEY("dataset_id","field","comment")
);
--> statement-breakpoint
ALTER TABLE "insight_labels" ADD CONSTRAINT "insight_labels_dataset_id_insight_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."insight_datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_labels" ADD CONSTRAINT "insight_labels_labelled_by_users_id_fk" FOREIGN KEY ("labelled_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;