/**
 * @file The text recognition of this machine: the operator's tesseract and pdftoppm, looked for each time a scan comes (so
 * that "Try again" after an installation needs no restart), and the page-kind model, opened once.
 */
import path from "node:path";
import { projectRoot } from "../../config/paths";
import { toAppError } from "../../core/errors";
import type { OcrTools } from "../../knowledge/extract/extractor";
import { findPdftoppm } from "../../knowledge/ocr/draw-page";
import { openPageKinds, type PageKinds } from "../../knowledge/ocr/page-kinds";
import { createTesseractReader, findTesseract } from "../../knowledge/ocr/tesseract";
import { createExecutor } from "../../runtime/executor";

/** @param program name or path of tesseract; null: not to be used */
export function openOcrTools(program: string | null): () => Promise<OcrTools> {
  let kinds: Promise<PageKinds | undefined> | undefined;
  return async () => {
    kinds ??= createExecutor({ threads: 1 }).then((executor) => openPageKinds(path.join(projectRoot(), "models"), executor)).catch(withoutKinds);
    const found = program === null ? "missing" : await findTesseract(program);
    return { kinds: await kinds, ...(typeof found === "string" ? {} : { reader: createTesseractReader(found), canDraw: await findPdftoppm() }) };
  };
}

/** Scans are read without the model as well: the plain facts then decide alone. */
function withoutKinds(error: unknown): undefined {
  console.error(`which pages are scans is told without the page-kind model: ${toAppError(error).message}`);
}
