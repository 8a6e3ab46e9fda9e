/**
 * @file The table that `tesseract … tsv` prints → pictures with words.
 * @source github.com/tesseract-ocr/tesseract, src/api/baseapi.cpp, GetTSVText: level, page, block, paragraph, line, word,
 *   left, top, width, height, conf, text
 */
import { AppError } from "../../core/errors";
import { cleanCharacters } from "../extract/whitespace";
import type { OcrPicture, OcrWord } from "./ocr-reader";

const COLUMNS = 12;
const PAGE = 1;
const LINE = 4;
const WORD = 5;

/** @throws AppError "document/broken" for anything that is not such a table */
export function parseTsv(table: string): OcrPicture[] {
  const [head = "", ...rows] = table.split(/\r?\n/);
  if (!head.startsWith("level\t")) throw malformed("its head is missing");
  const pictures: { width: number; height: number; words: OcrWord[] }[] = [];
  let line = 0;
  for (const row of rows) {
    if (row === "") continue;
    const cells = row.split("\t");
    const [level = NaN, , , , , , x = NaN, y = NaN, width = NaN, height = NaN, confidence = NaN] = cells.slice(0, COLUMNS - 1).map(Number);
    if (cells.length < COLUMNS - 1 || ![level, x, y, width, height, confidence].every(Number.isFinite)) throw malformed("a row is not of numbers");
    if (level === PAGE) pictures.push({ width, height, words: [] });
    if (level === LINE) line++;
    if (level !== WORD) continue;
    const page = pictures.at(-1);
    const text = cleanCharacters(cells.slice(COLUMNS - 1).join(" ")).trim();
    if (!page) throw malformed("a word stands before the first page");
    if (text !== "" && width > 0 && height > 0) page.words.push({ text, x, y, width, height, confidence: Math.min(100, Math.max(0, confidence)), line });
  }
  if (pictures.length === 0) throw malformed("it has no page");
  return pictures;
}

function malformed(reason: string): AppError {
  return new AppError("document/broken", `tesseract's table: ${reason}`, { userMessage: "Text recognition gave no usable result for this file. Check the installation of Tesseract with “cadre doctor”." });
}
