/**
 * @file DOCX → HTML by mammoth (headings by style, lists, tables, footnotes) → blocks by the HTML extractor.
 * Pictures are dropped. Encrypted and old-format files are told apart from damaged ones.
 */
import mammoth from "mammoth";
import { AppError } from "../../core/errors";
import { DocumentBuilder } from "./document-builder";
import { visibleDocx, type VisibleDocx } from "./docx-visible";
import type { Extractor } from "./extractor";
import { hiddenTextWarnings, invisibleCharacterWarnings, propertyWarnings } from "./hidden-text";
import { htmlToBlocks } from "./html-blocks";
import { MAX_ARCHIVE_BYTES } from "./limits";
import { holdsAscii } from "./sniff";
import { titleFromFileName } from "./title";
import { readZipDirectory } from "./zip-directory";

/** Word's own style names; mammoth knows "Heading 1–6" already. Table of contents entries repeat the headings. */
const STYLE_MAP = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='toc 1'] => !",
  "p[style-name='toc 2'] => !",
  "p[style-name='toc 3'] => !",
];

/** Title: first level-1 heading, else the file name. */
export const extractDocx: Extractor = async (bytes, fileName) => {
  checkContainer(bytes);
  const seen = readVisible(bytes);
  const html = await toHtml(seen.bytes);
  const page = htmlToBlocks(html);
  const builder = new DocumentBuilder();
  for (const block of page.blocks) builder.add(block);
  const h1 = page.blocks.find((block) => block.kind === "heading" && block.level === 1)?.text;
  const hidden = [...hiddenTextWarnings(seen.hidden), ...invisibleCharacterWarnings(seen.raw), ...propertyWarnings(seen.properties)];
  return builder.build(h1 ?? titleFromFileName(fileName), [...page.warnings, ...hidden]);
};

/** @throws AppError for everything that is not a DOCX package of reasonable size */
function checkContainer(bytes: Uint8Array): void {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    const encrypted = holdsAscii(bytes, [..."EncryptedPackage"].join("\0"));
    if (encrypted) throw new AppError("document/encrypted", "OLE container with an EncryptedPackage stream");
    throw new AppError("document/type-mismatch", "OLE container without an encrypted package: old .doc", {
      userMessage: "This is a document in the old Word format (.doc). Open it in Word and save it as .docx.",
    });
  }
  const entries = readZipDirectory(bytes);
  if (!entries) throw new AppError("document/broken", "DOCX: the zip directory is missing or damaged");
  if (!entries.some((entry) => entry.name.startsWith("word/document"))) {
    throw new AppError("document/type-mismatch", "zip without word/document.xml", {
      userMessage: "The file is named .docx but is not a Word document. Save it again in the right format.",
    });
  }
  const unpackedBytes = entries.reduce((sum, entry) => sum + entry.sizeBytes, 0);
  if (unpackedBytes > MAX_ARCHIVE_BYTES) {
    throw new AppError("document/too-large", `DOCX unpacks to ${unpackedBytes} bytes, at most ${MAX_ARCHIVE_BYTES}`);
  }
}

function readVisible(bytes: Uint8Array): VisibleDocx {
  try {
    return visibleDocx(bytes);
  } catch (error) {
    throw new AppError("document/broken", "the package could not be unpacked", { cause: error });
  }
}

async function toHtml(bytes: Uint8Array): Promise<string> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const options = { styleMap: STYLE_MAP, convertImage: mammoth.images.imgElement(async () => ({ src: "" })) };
    return (await mammoth.convertToHtml({ buffer }, options)).value;
  } catch (error) {
    throw new AppError("document/broken", "mammoth could not read the package", { cause: error });
  }
}
