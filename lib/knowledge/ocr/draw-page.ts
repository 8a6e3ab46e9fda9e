/**
 * @file Draws PDF pages with the operator's pdftoppm (poppler), where it is installed: for pages whose writing is in no
 * picture that pdf.js can decode (JPEG 2000, some JBIG2), or is drawn as outlines or in fonts that nothing explains.
 */
import { OCR } from "../../config/defaults";
import { fromPgm, type GreyRaster } from "./grey-raster";
import { runProgram, type ProgramLimits } from "./run-program";

const LIMITS: ProgramLimits = { timeMs: 60_000, memoryBytes: OCR.memoryBytes, outputBytes: 2 * OCR.maxPixels };

/** @returns whether the program runs here */
export async function findPdftoppm(program = "pdftoppm"): Promise<boolean> {
  // It prints its version and ends with an error code or without one, by version: being there is what counts.
  return (await runProgram(program, ["-v"], { limits: { ...LIMITS, timeMs: 10_000 } })).how !== "missing";
}

/** @returns null where it fails or takes too long: the page is then read from its pictures, or not at all */
export async function drawPage(pdfBytes: Uint8Array, { page, dpi, signal, program = "pdftoppm" }: { page: number; dpi: number; signal?: AbortSignal | undefined; program?: string }): Promise<GreyRaster | null> {
  // The crop box is what pdf.js, and so every place on the page, counts from.
  const args = ["-gray", "-r", String(Math.round(dpi)), "-f", String(page), "-l", String(page), "-singlefile", "-cropbox", "-"];
  const end = await runProgram(program, args, { input: pdfBytes, limits: LIMITS, ...(signal ? { signal } : {}) });
  return end.how === "done" ? fromPgm(end.output) : null;
}
