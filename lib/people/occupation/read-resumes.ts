/**
 * @file Résumés with the category that they were filed under: one object per line, id, category, text.
 */
import { z } from "zod";
import { AppError } from "../../core/errors";
import type { LabelledResume } from "./train-occupation";
import { OCCUPATION_CATEGORIES } from "./types";

const line = z.object({ id: z.coerce.number().int(), category: z.string(), text: z.string().min(1) });

export interface FiledResume extends LabelledResume {
  readonly id: number;
}

/** @throws AppError "eval/bad-input" naming the line */
export function readResumes(jsonl: string): FiledResume[] {
  return jsonl.split("\n").flatMap((raw, at) => {
    if (raw.trim() === "") return [];
    const read = line.safeParse(parse(raw, at));
    const target = read.success ? (OCCUPATION_CATEGORIES as readonly string[]).indexOf(read.data.category.toLowerCase()) : -1;
    if (!read.success || target < 0) throw new AppError("eval/bad-input", `Line ${at + 1}: expected {"id": number, "category": one of ${OCCUPATION_CATEGORIES.join(", ")}, "text": …}.`);
    return [{ id: read.data.id, text: read.data.text, target }];
  });
}

function parse(raw: string, at: number): unknown {
  try {
    return JSON.parse(raw);
  } catch (cause) {
    throw new AppError("eval/bad-input", `Line ${at + 1} is not JSON.`, { cause });
  }
}
