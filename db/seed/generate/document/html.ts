/**
 * @file Demo document → HTML as the company's intranet would serve it: with navigation and footer around the article.
 */
import type { DocumentBlock, DocumentSource, Inline } from "./source";

export function renderDocumentHtml(source: DocumentSource): string {
  const hasTitle = source.blocks.some((block) => block.kind === "heading" && block.level === 1);
  const lines = [...(hasTitle ? [] : [`<h1>${escapeHtml(source.title)}</h1>`]), ...renderBlocks(source.blocks)];
  return `<!doctype html>
<html lang="${source.language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(source.title)}</title>
<style>body{font:16px/1.5 Georgia,serif;max-width:44rem;margin:2rem auto}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3rem .6rem;text-align:left}</style>
</head>
<body>
<nav><a href="/">Dockside</a> / <a href="/policies">Policies</a></nav>
<main>
<article>
${lines.join("\n")}
</article>
</main>
<footer>Owner: ${escapeHtml(source.owner)}</footer>
</body>
</html>
`;
}

function renderBlocks(blocks: readonly DocumentBlock[]): string[] {
  const lines: string[] = [];
  const open: string[] = [];
  for (const block of blocks) {
    const depth = block.kind === "item" ? block.depth + 1 : 0;
    while (open.length > depth) lines.push(`</li></${open.pop()}>`);
    if (block.kind !== "item") {
      lines.push(renderBlock(block));
      continue;
    }
    const continued = block.mark === "" && open.length === depth;
    if (continued) {
      lines.push(`<p>${renderInlines(block.inlines)}</p>`);
      continue;
    }
    if (open.length === depth) lines.push("</li>");
    while (open.length < depth) {
      const tag = block.mark === null ? "ul" : "ol";
      open.push(tag);
      lines.push(`<${tag}>`);
    }
    lines.push(`<li>${renderInlines(block.inlines)}`);
  }
  while (open.length > 0) lines.push(`</li></${open.pop()}>`);
  return lines;
}

function renderBlock(block: Exclude<DocumentBlock, { kind: "item" }>): string {
  if (block.kind === "heading") return `<h${block.level}>${renderInlines(block.inlines)}</h${block.level}>`;
  if (block.kind === "paragraph") {
    const body = `<p>${renderInlines(block.inlines)}</p>`;
    return block.quoted ? `<blockquote>${body}</blockquote>` : body;
  }
  const rows = block.rows.map((row, i) => {
    const tag = i === 0 ? "th" : "td";
    return `<tr>${row.map((cell) => `<${tag}>${renderInlines(cell)}</${tag}>`).join("")}</tr>`;
  });
  return `<table>\n${rows.join("\n")}\n</table>`;
}

function renderInlines(inlines: readonly Inline[]): string {
  return inlines
    .map(({ text, mark }) => {
      const words = escapeHtml(text).replace(/\n/g, "<br>");
      return mark === "strong" ? `<strong>${words}</strong>` : mark === "emphasis" ? `<em>${words}</em>` : words;
    })
    .join("");
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
