CREATE TABLE "used_logout_tokens" (
	"issuer" text NOT NULL,
	"token_hash" text NOT NULL,
	"refused_from" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "used_logout_tokens_issuer_token_hash_pk" PRIMARY KEY("issuer","token_hash")
);
--> statement-breakpoint
CREATE INDEX "used_logout_tokens_refused_from" ON "used_logout_tokens" USING btree ("refused_from");