/**
 * @file HTML page → the text a reader sees, with blocks. Title: <title>, else first level-1 heading, else file name.
 */
import { decodeText, type DecodedText } from "./decode";
import { DocumentBuilder } from "./document-builder";
import type { Extractor } from "./extractor";
import { hiddenTextWarnings, instructionIn, invisibleCharacterWarnings } from "./hidden-text";
import { htmlToBlocks } from "./html-blocks";
import { titleFromFileName } from "./title";

export const extractHtml: Extractor = async (bytes, fileName) => {
  const decoded = decodePage(bytes);
  const page = htmlToBlocks(decoded.text);
  const builder = new DocumentBuilder();
  for (const block of page.blocks) builder.add(block);
  const h1 = page.blocks.find((block) => block.kind === "heading" && block.level === 1)?.text;
  const title = page.title ?? h1 ?? titleFromFileName(fileName);
  const { hidden, declared } = page.unseen;
  // What a page hides in the open is usual (menus, dialogs): only orders to a machine are worth a word.
  const orders = instructionIn(declared) ? hiddenTextWarnings(declared) : [];
  return builder.build(title, [...decoded.warnings, ...page.warnings, ...hiddenTextWarnings(hidden), ...orders, ...invisibleCharacterWarnings(decoded.text)]);
};

/** A page names its encoding in a <meta> within the first 1,024 bytes (HTML standard, 13.2.3.2); it is believed. */
function decodePage(bytes: Uint8Array): DecodedText {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1]?.toLowerCase();
  const hasBom = bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe;
  if (label && !hasBom && /^(gb2312|gbk|gb18030|big5|shift_jis|euc-jp|iso-8859-\d+|windows-125\d)$/.test(label)) {
    return { text: new TextDecoder(label).decode(bytes), warnings: [] };
  }
  return decodeText(bytes);
}
