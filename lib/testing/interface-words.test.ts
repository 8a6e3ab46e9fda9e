/**
 * @file Every word that a person sees stands in a words file, in both languages: no other file of app/ holds literal text.
 * Found by syntax, not by dictionary: text between tags; strings in attributes and properties that people see or hear; and
 * any string that reads like a sentence or a label (a capital followed by lower case, or Chinese).
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const screens = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "app"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => /\.tsx?$/.test(file) && !/(^|\/)([\w-]+-)?words\.ts$/.test(file) && !file.endsWith(".test.ts") && !file.startsWith("app/api/"));

/** Names that are the same in every language: the product's, what stands on keys, and units. */
const PROPER_NAMES = /^((%s · )?Cadre:?|Ctrl\/⌘|Esc|Del|Tab|Enter|Shift|Control|Alt|Meta|Control\+K Meta\+K|sha256|[KMG]?B|ms)$/;
const SEEN = new Set(["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "alt", "placeholder", "title", "label", "help", "hint", "legend", "description", "altText", "summary", "consequence"]);
const reads = (text: string): boolean => /\p{Script=Han}/u.test(text) || /(^|[^\w./:#-])\p{Lu}\p{Ll}/u.test(text) || /\p{L}{2,} \p{L}+ \p{L}{2,}[.?!…]$/u.test(text);

/** Strings that no one reads: names of keys, parts of types, messages for developers, module names, keys of objects. */
function isForMachines(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent) || ts.isExternalModuleReference(parent)) return true;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return true;
  if (ts.isCaseClause(parent) || ts.isElementAccessExpression(parent)) return true;
  if (ts.isBinaryExpression(parent)) return [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken].includes(parent.operatorToken.kind);
  if (ts.isCallExpression(parent) && /\.(includes|has|get|querySelector|closest|getItem)$/.test(parent.expression.getText())) return true;
  for (let up: ts.Node | undefined = parent; up !== undefined; up = up.parent) {
    if (ts.isNewExpression(up) && /Error$/.test(up.expression.getText())) return true;
    if (ts.isCallExpression(up) && /^console\./.test(up.expression.getText())) return true;
    if (ts.isJsxAttribute(up) && up.name.getText() === "className") return true;
    if (ts.isPropertyAssignment(up) && hasBothLanguages(up)) return true;
    if (ts.isBlock(up) || ts.isJsxElement(up)) return false;
  }
  return false;
}

/** `{ en: …, zh: … }`: both languages side by side, wherever it stands. */
function hasBothLanguages({ name, parent }: ts.PropertyAssignment): boolean {
  const names = parent.properties.map((property) => property.name?.getText());
  return ["en", "zh"].includes(name.getText()) && names.includes("en") && names.includes("zh");
}

/** The attribute or property that a string is the value of, through `?:`, `??`, `&&` and parentheses. */
function valueOf(node: ts.Node): string | undefined {
  let up = node.parent;
  while (ts.isJsxExpression(up) || ts.isConditionalExpression(up) || ts.isParenthesizedExpression(up) || ts.isTemplateExpression(up) || ts.isTemplateSpan(up)) up = up.parent;
  if (ts.isJsxAttribute(up) || ts.isPropertyAssignment(up)) return up.name.getText().replace(/"/g, "");
  return undefined;
}

function literalTexts(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: string[] = [];
  const add = (node: ts.Node, said: string) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (!PROPER_NAMES.test(said.trim())) found.push(`${file}:${line} ${said.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}{2}|\p{Script=Han}/u.test(node.text)) add(node, node.text);
    else if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const name = valueOf(node);
      const shown = name !== undefined && SEEN.has(name) && /\p{L}{2}/u.test(node.text);
      if (!isForMachines(node) && (shown || reads(node.text))) add(node, node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test("the scan finds text wherever it hides, and leaves what is not text", () => {
  const found = literalTexts(
    "app/x.tsx",
    `const a = <p title="Close">Hello <b aria-label={on ? "Turn off" : \`Turn on \${x}\`}>{busy ? "Saving …" : t.save}</b></p>;
     notify({ text: "Chat deleted." }); const rows = [{ label: "Any state" }]; const one = <Field label="name" />;
     if (event.key === "Enter") throw new Error("Never outside of a provider."); console.warn("Page failed:", e);
     const c = <i className="Not Text" lang="en">Cadre</i>; type T = "Some Type"; import x from "./Some"; const n = { en: "Ask now", zh: "提问" };`,
  );
  expect(found.map((line) => line.replace(/^\S+ /, ""))).toEqual(["Close", "Hello", "Turn off", "Turn on", "Saving …", "Chat deleted.", "Any state", "name"]);
});

test("no literal text outside of words files", () => {
  expect(screens.length).toBeGreaterThan(80);
  expect(screens.flatMap((file) => literalTexts(file, readFileSync(path.join(root, file), "utf8")))).toEqual([]);
});
