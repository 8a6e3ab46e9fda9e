/**
 * @file Reads a file of labels, one JSON object per line, and says exactly which line is wrong and why.
 */
import { labelLine, type LabelLine } from "../../contracts/labels";
import { AppError, toAppError } from "../../core/errors";

/** Faults listed in one message; further ones are counted. */
const MAX_TOLD = 5;

/**
 * @param jsonl empty lines are skipped
 * @throws AppError "labels/bad-input" naming up to five wrong lines, or saying that there is none
 */
export function parseLabels(jsonl: string, file = "labels"): LabelLine[] {
  const labels: LabelLine[] = [];
  const faults: string[] = [];
  jsonl.replace(/^\uFEFF/, "").split("\n").forEach((line, at) => {
    if (line.trim() === "") return;
    const read = readLine(line);
    if (typeof read === "string") faults.push(`line ${at + 1}: ${read}`);
    else labels.push(read);
  });
  if (faults.length > 0) {
    const more = faults.length > MAX_TOLD ? `; and ${faults.length - MAX_TOLD} more` : "";
    throw new AppError("labels/bad-input", `${file}: ${faults.slice(0, MAX_TOLD).join("; ")}${more}. A label is {"query":"…","passage":"…","relevance":0–3}.`);
  }
  if (labels.length === 0) throw new AppError("labels/bad-input", `${file} holds no label. Each line is {"query":"…","passage":"…","relevance":0–3}.`);
  return labels;
}

/** @returns the label, or what is wrong with the line */
function readLine(line: string): LabelLine | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    return `not JSON (${toAppError(cause).message.slice(0, 60)})`;
  }
  const parsed = labelLine.safeParse(value);
  if (parsed.success) return parsed.data;
  return parsed.error.issues.map((issue) => `${issue.path.join(".") || "the line"}: ${issue.message}`).join(", ");
}

/** One label per line, as `parseLabels` reads them. */
export function formatLabels(labels: readonly LabelLine[]): string {
  return labels.map((label) => `${JSON.stringify(label)}\n`).join("");
}
