/**
 * @file JSON Lines → values checked by a schema; a wrong line is named by its number.
 */
import type { z } from "zod";
import { AppError } from "../core/errors";

/** Empty lines are left out. @throws AppError "eval/bad-input" with file and line */
export function parseJsonLines<T>(source: string, schema: z.ZodType<T>, file: string): T[] {
  return source.split("\n").flatMap((text, i) => {
    if (text.trim() === "") return [];
    let raw: unknown;
    try {
      raw = JSON.parse(text);
    } catch (cause) {
      throw new AppError("eval/bad-input", `${file}, line ${i + 1} is not JSON.`, { cause });
    }
    const parsed = schema.safeParse(raw);
    if (parsed.success) return [parsed.data];
    throw new AppError("eval/bad-input", `${file}, line ${i + 1}: ${parsed.error.issues.map((issue) => `${issue.path.join(".") || "(whole)"}: ${issue.message}`).join("; ")}`);
  });
}
