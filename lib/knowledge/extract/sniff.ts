/**
 * @file What a file is: by its name and by its first bytes, and whether the two agree.
 */
import { AppError } from "../../core/errors";
import type { Format } from "./extractor";

const FORMAT_BY_EXTENSION: Readonly<Record<string, Format>> = {
  md: "markdown",
  markdown: "markdown",
  mdown: "markdown",
  mkd: "markdown",
  mdx: "markdown",
  txt: "text",
  text: "text",
  html: "html",
  htm: "html",
  xhtml: "html",
  pdf: "pdf",
  docx: "docx",
  csv: "csv",
  tsv: "csv",
  png: "image",
  jpg: "image",
  jpeg: "image",
  tif: "image",
  tiff: "image",
};

/** Extensions that can be ingested, without the dot; `zip` is unpacked by archive.ts. */
export const SUPPORTED_EXTENSIONS: readonly string[] = [...Object.keys(FORMAT_BY_EXTENSION), "zip"];

/** What the first bytes say. `ole` is the container of old Office files and of encrypted new ones. */
export type Content = "pdf" | "docx" | "zip" | "ole" | "rtf" | "image" | "other-image" | "other-binary" | "unknown";

/** Signatures of formats that we name in the error. @source file-format registries: PRONOM, RFC 2083, ECMA-376 */
const SIGNATURES: readonly (readonly [Content, readonly number[]])[] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["ole", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["rtf", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x49, 0x49, 0x2a, 0x00]],
  ["image", [0x4d, 0x4d, 0x00, 0x2a]],
  ["other-image", [0x47, 0x49, 0x46, 0x38]],
  ["other-binary", [0x1f, 0x8b]],
  ["other-binary", [0x7f, 0x45, 0x4c, 0x46]],
  ["other-binary", [0x52, 0x61, 0x72, 0x21]],
  ["other-binary", [0x37, 0x7a, 0xbc, 0xaf]],
];

/** PDF readers accept the header anywhere in the first 1,024 bytes (PDF 1.7 reference, implementation note 13). */
const PDF_HEADER_BYTES = 1024;

export function sniffContent(bytes: Uint8Array): Content {
  for (const [content, signature] of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte)) {
      return content === "zip" && holdsAscii(bytes, "word/document") ? "docx" : content;
    }
  }
  return holdsAscii(bytes.subarray(0, PDF_HEADER_BYTES), "%PDF-") ? "pdf" : "unknown";
}

/**
 * The extractor a file needs. A name without extension is text when its bytes are.
 * @throws AppError "document/unsupported-type" or "document/type-mismatch"
 */
export function chooseFormat(bytes: Uint8Array, fileName: string): Format {
  const extension = /\.([A-Za-z0-9]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const format = extension === "" ? "text" : FORMAT_BY_EXTENSION[extension];
  if (!format) {
    throw new AppError("document/unsupported-type", `no extractor for .${extension}`, { context: { extension } });
  }
  const content = sniffContent(bytes);
  const expected: Content = format === "pdf" || format === "docx" || format === "image" ? format : "unknown";
  if (content === expected || (format === "docx" && (content === "ole" || content === "zip"))) return format;
  if (content === "unknown" && !looksLikeText(bytes)) return format; // damaged: the extractor says how
  throw new AppError("document/type-mismatch", `named .${extension || "(none)"}, content is ${content}`, {
    userMessage: `The file is named like ${format === "image" ? "a picture" : format} but holds ${CONTENT_NAMES[content]}. Save it again in the right format.`,
    context: { extension, content },
  });
}

const CONTENT_NAMES: Readonly<Record<Content, string>> = {
  pdf: "a PDF",
  docx: "a Word document",
  zip: "a zip archive",
  ole: "an old Office document",
  rtf: "rich text (RTF)",
  image: "a picture",
  "other-image": "a picture",
  "other-binary": "binary data",
  unknown: "something else",
};

/** No zero byte and hardly any control character among the first 512 bytes. */
function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 512);
  const odd = sample.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20)).length;
  return sample.length > 0 && odd === 0;
}

/** True when the ASCII text occurs in the bytes. */
export function holdsAscii(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, "latin1");
}
