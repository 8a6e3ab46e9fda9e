/**
 * @file Markdown source as real handbooks have it → plain CommonMark: front matter taken off, the dialects of site
 * generators (MkDocs, Jekyll, Hugo) removed or rewritten. Runs before the parser; knows nothing of blocks.
 */

export interface MarkdownSource {
  readonly body: string;
  /** `title:` of the YAML front matter. */
  readonly title: string | null;
  /** Every field of the front matter: one value, or several of a list. Nested fields are left out. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const FENCE = /^\s{0,3}(```+|~~~+)/;
/** `!!! note "Title"`, `??? tip` (MkDocs), `:::warning Title` (Docusaurus). */
const ADMONITION = /^(\s*)(?:!!!|\?\?\??\+?)\s*([\w-]+)?(?:\s+"([^"]*)")?\s*$/;
/** Lines that are instructions to a generator and no text. */
const GENERATOR_LINE = /^\s*(\{%.*%\}|\{:.*\}|\[\[?_?TOC_?\]\]?|:::.*|\{\{[<%].*[>%]\}\})\s*$/i;
const GENERATED_TOC = /<!--\s*ts\s*-->[\s\S]*?<!--\s*te\s*-->/g;

/** @param source Markdown with "\n" line ends */
export function prepareMarkdown(source: string): MarkdownSource {
  const front = FRONT_MATTER.exec(source);
  const body = (front ? source.slice(front[0].length) : source).replace(GENERATED_TOC, "");
  return { body: rewriteLines(body), title: front ? yamlTitle(front[1] ?? "") : null, fields: front ? yamlFields(front[1] ?? "") : {} };
}

function yamlTitle(yaml: string): string | null {
  const line = /^title:[ \t]*(.+)$/m.exec(yaml)?.[1]?.trim();
  if (!line) return null;
  return line.replace(/^(["'])(.*)\1$/, "$2").trim() || null;
}

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, "$2").trim();

/** The flat part of YAML that handbooks use: `key: value`, `key: [a, b]`, and a list of `- item` lines below `key:`. */
function yamlFields(yaml: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  let list: string[] | null = null;
  for (const line of yaml.split("\n")) {
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
    if (item !== undefined && list) {
      list.push(unquoted(item));
      continue;
    }
    const [, key, value = ""] = /^([A-Za-z_][\w-]*):[ \t]*(.*?)(?:\s+#.*)?$/.exec(line) ?? [];
    if (key === undefined) continue;
    const inner = /^\[(.*)\]$/.exec(value.trim())?.[1];
    list = inner === undefined ? (value.trim() === "" ? [] : [unquoted(value)]) : inner.split(",").map(unquoted).filter(Boolean);
    fields[key.toLowerCase()] = list;
  }
  return fields;
}

/** Old GitHub style without the space (`##Salary`). One `#` counts only before a capital or Han: `#dei-ops` is a channel. */
const CLOSE_HEADING = /^(#{2,6}(?=[^\s#!])|#(?=[\p{Lu}\p{Script=Han}]))/u;

/** Outside of fenced code: drops generator lines, unpacks admonitions, strips `{#anchor}` behind headings. */
function rewriteLines(body: string): string {
  const out: string[] = [];
  let fence: string | null = null;
  let admonition: number | null = null; // indentation of its marker
  for (const line of body.split("\n")) {
    const mark = FENCE.exec(line)?.[1];
    if (mark && fence === null) fence = mark[0] ?? null;
    else if (mark && fence !== null && mark.startsWith(fence)) fence = null;
    const opened = fence === null ? ADMONITION.exec(line) : null;
    if (opened) {
      admonition = (opened[1] ?? "").length;
      const title = opened[3] ?? "";
      out.push("", title === "" ? "" : `**${title}**`, "");
    } else if (admonition !== null && /\S/.test(line) && indentOf(line) < admonition + 4) {
      admonition = null;
      out.push("", line);
    } else if (admonition !== null) {
      out.push(line.slice(admonition + 4));
    } else if (fence === null && GENERATOR_LINE.test(line)) {
      out.push("");
    } else {
      out.push(fence === null ? tidyHeading(line) : line);
    }
  }
  return out.join("\n");
}

function tidyHeading(line: string): string {
  return line.replace(CLOSE_HEADING, "$1 ").replace(/^(#{1,6}\s.*?)\s*\{[#:.][^}]*\}\s*$/, "$1");
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
