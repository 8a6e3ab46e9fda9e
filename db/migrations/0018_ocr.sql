ALTER TABLE "document_texts" ADD COLUMN "ocr" jsonb;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "ocr" jsonb;