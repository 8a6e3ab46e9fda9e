/** @file The text of a dropped file, read in the browser: Markdown and text as they are, PDF and DOCX by their parsers. Nothing is sent. */

/** Why a file gave no text. */
export type UnreadFile = "type" | "empty" | "broken" | "large";
export class FileProblem extends Error {
  override readonly name = "FileProblem";
  constructor(
    readonly problem: UnreadFile,
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}

const MAX_BYTES = 10_000_000;

/** @throws FileProblem */
export async function readFileText(file: File): Promise<string> {
  if (file.size > MAX_BYTES) throw new FileProblem("large");
  const kind = /\.(md|markdown|txt|pdf|docx)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (kind === undefined) throw new FileProblem("type");
  let text: string;
  try {
    text = kind === "pdf" ? await pdfText(file) : kind === "docx" ? await docxText(file) : await file.text();
  } catch (error) {
    throw new FileProblem("broken", { cause: error });
  }
  if (text.trim() === "") throw new FileProblem("empty");
  return text;
}

async function pdfText(file: File): Promise<string> {
  const { getDocument } = await import("unpdf/pdfjs");
  const pdf = await getDocument({ data: new Uint8Array(await file.arrayBuffer()), isEvalSupported: false, enableXfa: false }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent();
    pages.push(content.items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join(""));
  }
  await pdf.destroy();
  return pages.join("\n");
}

async function docxText(file: File): Promise<string> {
  const { extractRawText } = await import("mammoth");
  return (await extractRawText({ arrayBuffer: await file.arrayBuffer() })).value;
}
