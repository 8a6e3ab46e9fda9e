/**
 * @file Source of a demo policy or opening: Markdown with front matter → typed blocks that every format is rendered from.
 * Flow: file → [source] → pdf | docx | html | txt | csv | md.
 */
import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { isDay } from "../../../../lib/core/document-terms";
import { AppError } from "../../../../lib/core/errors";
import type { Language, Principal } from "../../../../lib/core/types";
import { ROLES } from "../../../../lib/core/types";

export const SOURCE_FORMATS = ["md", "pdf", "docx", "html", "txt", "csv"] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

export interface DocumentSource {
  readonly title: string;
  readonly format: SourceFormat;
  readonly language: Language;
  readonly acl: readonly Principal[];
  readonly owner: string;
  readonly terms: DemoTerms;
  /** Markdown without front matter. */
  readonly markdown: string;
  readonly blocks: readonly DocumentBlock[];
}

/** For whom and when a demo document holds; empty lists and null: everyone, always. */
export interface DemoTerms {
  readonly sites: readonly string[];
  readonly contracts: readonly string[];
  readonly audience: readonly string[];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** Source path of the document that it takes the place of, relative to db/seed. */
  readonly supersedes: string | null;
  readonly reviewMonths: number | null;
  readonly reviewedOn: string | null;
}

export interface Inline {
  readonly text: string;
  readonly mark: "plain" | "strong" | "emphasis";
}

export type DocumentBlock =
  | { readonly kind: "heading"; readonly level: number; readonly inlines: readonly Inline[] }
  | { readonly kind: "paragraph"; readonly inlines: readonly Inline[]; readonly quoted: boolean }
  | { readonly kind: "item"; readonly depth: number; readonly mark: string | null; readonly inlines: readonly Inline[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Inline[])[])[] };

/**
 * @param path only named in errors
 * @throws AppError "eval/bad-input" when front matter or a block is not of the expected form
 */
export function parseDocumentSource(file: string, path: string): DocumentSource {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file);
  if (!match) throw sourceError(path, "it must start with front matter between two lines of ---");
  const fields = new Map((match[1] ?? "").split("\n").map((line) => splitField(line, path)));
  const markdown = (match[2] ?? "").trim();
  const format = oneOf(SOURCE_FORMATS, field(fields, "format", path), `format in ${path}`);
  return {
    title: field(fields, "title", path),
    format,
    language: oneOf(["en", "zh"], field(fields, "language", path), `language in ${path}`),
    acl: parseAcl(field(fields, "acl", path), path),
    owner: field(fields, "owner", path),
    terms: parseTerms(fields, path),
    markdown: `${markdown}\n`,
    blocks: parseBlocks(markdown, path),
  };
}

function parseTerms(fields: ReadonlyMap<string, string>, path: string): DemoTerms {
  const list = (name: string) => (fields.get(name) ?? "").replace(/^\[|\]$/g, "").split(",").map((part) => part.trim()).filter(Boolean);
  const day = (name: string) => {
    const value = fields.get(name) ?? null;
    if (value !== null && !isDay(value)) throw sourceError(path, `"${name}" is not a day as YYYY-MM-DD: ${value}`);
    return value;
  };
  const months = fields.get("review_months");
  return {
    sites: list("sites"),
    contracts: list("contracts"),
    audience: list("audience"),
    validFrom: day("valid_from"),
    validUntil: day("valid_until"),
    supersedes: fields.get("supersedes") ?? null,
    reviewMonths: months === undefined ? null : Number(months),
    reviewedOn: day("reviewed_on"),
  };
}

function splitField(line: string, path: string): [string, string] {
  const at = line.indexOf(":");
  if (at < 1) throw sourceError(path, `front matter line without a colon: ${line.slice(0, 40)}`);
  return [
    line.slice(0, at).trim(),
    line
      .slice(at + 1)
      .trim()
      .replace(/^"(.*)"$/, "$1"),
  ];
}

function field(fields: ReadonlyMap<string, string>, name: string, path: string): string {
  const value = fields.get(name);
  if (!value) throw sourceError(path, `front matter needs "${name}"`);
  return value;
}

function oneOf<T extends string>(allowed: readonly T[], value: string, what: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (!found) throw sourceError(what, `expected one of ${allowed.join(", ")}, got "${value}"`);
  return found;
}

function parseAcl(value: string, path: string): Principal[] {
  const names = value
    .replace(/^\[|\]$/g, "")
    .split(",")
    .map((part) => part.trim());
  return names.map((name) => `role:${oneOf(ROLES, name.replace(/^role:/, ""), `acl in ${path}`)}` as const);
}

function parseBlocks(markdown: string, path: string): DocumentBlock[] {
  const root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return root.children.flatMap((node) => toBlocks(node, path));
}

function toBlocks(node: RootContent, path: string): DocumentBlock[] {
  if (node.type === "heading")
    return [{ kind: "heading", level: node.depth, inlines: toInlines(node.children, "plain") }];
  if (node.type === "paragraph")
    return [{ kind: "paragraph", inlines: toInlines(node.children, "plain"), quoted: false }];
  if (node.type === "list") return toItems(node, 0, path);
  if (node.type === "table") {
    return [
      {
        kind: "table",
        rows: node.children.map((row) => row.children.map((cell) => toInlines(cell.children, "plain"))),
      },
    ];
  }
  if (node.type === "blockquote") {
    const inner = node.children.flatMap((child) => toBlocks(child, path));
    return inner.map((block) => (block.kind === "paragraph" ? { ...block, quoted: true } : block));
  }
  if (node.type === "thematicBreak") return [];
  throw sourceError(path, `Markdown "${node.type}" is not rendered by the demo generator`);
}

function toItems(
  list: { ordered?: boolean | null; start?: number | null; children: ListItem[] },
  depth: number,
  path: string,
): DocumentBlock[] {
  return list.children.flatMap((item, i) => {
    const mark = list.ordered ? `${(list.start ?? 1) + i}.` : null;
    return item.children.flatMap((child, part) => toItemBlocks(child, { depth, mark: part === 0 ? mark : "" }, path));
  });
}

function toItemBlocks(
  child: BlockContent | DefinitionContent,
  at: { depth: number; mark: string | null },
  path: string,
): DocumentBlock[] {
  if (child.type === "list") return toItems(child, at.depth + 1, path);
  if (child.type === "paragraph")
    return [{ kind: "item", depth: at.depth, mark: at.mark, inlines: toInlines(child.children, "plain") }];
  return toBlocks(child, path);
}

/** @throws AppError "eval/bad-input" for images and raw HTML, which no format here could show */
function toInlines(nodes: readonly PhrasingContent[], mark: Inline["mark"]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === "text" || node.type === "inlineCode") return [{ text: node.value.replace(/\n/g, " "), mark }];
    if (node.type === "break") return [{ text: "\n", mark }];
    if (node.type === "strong") return toInlines(node.children, "strong");
    if (node.type === "emphasis") return toInlines(node.children, "emphasis");
    if (node.type === "link" || node.type === "delete") return toInlines(node.children, mark);
    throw sourceError("(inline)", `Markdown "${node.type}" is not rendered by the demo generator`);
  });
}

/** The words of some inlines, marks dropped. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join("");
}

function sourceError(path: string, problem: string): AppError {
  return new AppError("eval/bad-input", `demo source ${path}: ${problem}`);
}
