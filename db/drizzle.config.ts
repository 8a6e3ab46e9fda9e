/** @file `npm run db:generate -- --name <purpose>` writes the next SQL migration from the schema. */
import { defineConfig } from "drizzle-kit";

export default defineConfig({ dialect: "postgresql", schema: "./db/schema/index.ts", out: "./db/migrations" });
