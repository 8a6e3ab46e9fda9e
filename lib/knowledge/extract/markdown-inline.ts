/**
 * @file Inline Markdown → text as a reader sees it: emphasis off, link labels kept, known HTML tags dropped.
 */
import type { Nodes } from "mdast";

/** Inline elements whose tags are markup. Any other `<word>` is what the author wrote, as in `ssh <role>@host`. */
const INLINE_TAG =
  /^<\/?(a|abbr|acronym|b|bdi|bdo|big|br|center|cite|code|data|del|details|dfn|div|em|font|i|img|input|ins|kbd|label|li|mark|nobr|ol|p|q|s|samp|small|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|time|tr|tt|u|ul|var|video|wbr)(\s[^>]*)?\/?>$/i;
const LINE_BREAK = /^<(br|\/p|\/div|\/li|\/tr)(\s[^>]*)?\/?>$/i;
const CJK_BREAK =
  /(?<=[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF])[^\S\n]*\n[^\S\n]*(?=[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF])/g;

/** Text of a node; "\n" stands only where a line really ends (hard break or <br>). White space is not tidied. */
export function inlineText(node: Nodes): string {
  if (node.type === "text") return node.value.replace(CJK_BREAK, "").replace(/\n/g, " ");
  if (node.type === "inlineCode") return node.value.replace(/\n/g, " ");
  if (node.type === "break") return "\n";
  if (node.type === "html") return htmlText(node.value);
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  if (node.type === "footnoteReference") return `[${node.label ?? node.identifier}]`;
  if (!("children" in node)) return "";
  // A linked picture is a badge or a button.
  const isLink = node.type === "link" || node.type === "linkReference";
  return node.children.map((child) => (isLink && child.type === "image" ? "" : inlineText(child))).join("");
}

function htmlText(html: string): string {
  if (LINE_BREAK.test(html)) return "\n";
  return html.startsWith("<!--") || INLINE_TAG.test(html) ? "" : html;
}
