/**
 * @file Text recognition by the operator's own Tesseract: found, asked for its languages, and run once per picture. The
 * picture goes in and the table comes out through pipes, so nothing is left on disk whatever happens.
 */
import { AppError } from "../../core/errors";
import { OCR } from "../../config/defaults";
import type { OcrReader } from "./ocr-reader";
import { parseTsv } from "./parse-tsv";
import { runProgram, type ProgramLimits } from "./run-program";

export interface Tesseract {
  readonly program: string;
  /** "5.3.0" */
  readonly version: string;
  /** Of those that we read (OCR.languages), the installed ones, in our order; never empty. */
  readonly languages: readonly string[];
}

/** missing: no such program · unusable: it does not run, or says no version · languages: none of ours is installed */
export type TesseractFault = "missing" | "unusable" | "languages";

const ASK: ProgramLimits = { timeMs: 20_000, memoryBytes: OCR.memoryBytes, outputBytes: 1024 * 1024 };

/** @param program name on the PATH, or a path */
export async function findTesseract(program: string): Promise<Tesseract | TesseractFault> {
  const told = await runProgram(program, ["--version"], { limits: ASK });
  if (told.how !== "done") return told.how === "missing" ? "missing" : "unusable";
  const version = /^tesseract\s+v?(\d+(?:\.\d+)*)/m.exec(told.output.toString("utf8"))?.[1];
  if (version === undefined) return "unusable";
  const listed = await runProgram(program, ["--list-langs"], { limits: ASK });
  if (listed.how !== "done") return "unusable";
  const installed = new Set(listed.output.toString("utf8").split(/\r?\n/).map((line) => line.trim()));
  const languages = OCR.languages.filter((language) => installed.has(language));
  return languages.length === 0 ? "languages" : { program, version, languages };
}

/** @param limits of one picture; smaller ones only in tests */
export function createTesseractReader({ program, version, languages }: Tesseract, limits: Partial<ProgramLimits> = {}): OcrReader {
  const bounds: ProgramLimits = { timeMs: OCR.pictureMs, memoryBytes: OCR.memoryBytes, outputBytes: OCR.outputBytes, ...limits };
  return {
    name: `Tesseract ${version}`,
    async read(picture, { signal } = {}) {
      const end = await runProgram(program, ["stdin", "stdout", "-l", languages.join("+"), "tsv"], { input: picture, limits: bounds, signal });
      if (end.how === "done") return parseTsv(end.output.toString("utf8"));
      if (end.how === "slow") {
        throw new AppError("document/too-slow", `tesseract: no result within ${bounds.timeMs} ms`, {
          userMessage: `Text recognition of one page took longer than ${Math.round(bounds.timeMs / 1000)} seconds, so it was stopped. Scan the page again with fewer dots per inch.`,
        });
      }
      throw new AppError("document/broken", `tesseract: ${end.how}`, {
        userMessage: end.how === "missing" ? "Text recognition (Tesseract) is no longer installed on this server. Ask your administrator to run “cadre doctor”." : "Text recognition could not read this picture. Save it again as PNG or PDF.",
      });
    },
  };
}
