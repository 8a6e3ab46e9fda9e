/**
 * @file Demo document → bytes in the format that its front matter names.
 */
import { renderDocumentDocx } from "./docx";
import { renderDocumentHtml } from "./html";
import { renderDocumentPdf } from "./pdf";
import { renderDocumentCsv, renderDocumentText } from "./plain";
import type { DocumentSource, SourceFormat } from "./source";

const RENDERERS: Record<SourceFormat, (source: DocumentSource) => Promise<Uint8Array> | string> = {
  pdf: renderDocumentPdf,
  docx: renderDocumentDocx,
  html: renderDocumentHtml,
  txt: renderDocumentText,
  csv: renderDocumentCsv,
  md: (source) => source.markdown,
};

export async function renderDocument(source: DocumentSource): Promise<Uint8Array> {
  const content = await RENDERERS[source.format](source);
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
