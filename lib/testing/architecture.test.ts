/**
 * @file The architecture test: every import obeys the law, every file says what it is for, none outgrows its size,
 * process.env has one reader, and no debris is committed.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { BANDS, DEMO_DATA, ENV_READERS, PACKAGE_HOMES, TEST_PACKAGES } from "./import-law";

const root = path.resolve(import.meta.dirname, "../..");
const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter(Boolean);
const sources = tracked.filter((file) => /^(app|lib|db)\/.*\.tsx?$/.test(file));
/** Room for what only tests use. */
const isTesting = (file: string) => /^(lib|db)\/testing\//.test(file);
const isTest = (file: string) => /(\.(test|contract|fixture)|\/fixtures)\.tsx?$/.test(file) || isTesting(file);

const bandOf = (file: string): string => (file.startsWith("lib/") ? (file.split("/")[1] ?? "") : (file.split("/")[0] ?? ""));

/** Repository path of a relative or aliased specifier; undefined for packages. */
function localTarget(file: string, specifier: string): string | undefined {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (specifier.startsWith(".")) return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  return undefined;
}

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** `import()`: loaded when it is reached, not with the file. */
  readonly dynamic: boolean;
}

const parsed = new Map<string, readonly Import[]>();

function importsOf(file: string): readonly Import[] {
  const known = parsed.get(file);
  if (known) return known;
  const text = readFileSync(path.join(root, file), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      const named = ts.isImportDeclaration(node) && !node.importClause?.name && node.importClause?.namedBindings;
      const onlyTypes = named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly);
      const typeOnly = onlyTypes === true || (ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly === true : node.isTypeOnly);
      found.push({ specifier: node.moduleSpecifier.text, typeOnly, dynamic: false });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) found.push({ specifier: argument.text, typeOnly: false, dynamic: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  parsed.set(file, found);
  return found;
}

const known = new Set(sources);
const fileOf = (target: string): string | undefined => [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((candidate) => known.has(candidate));

/** Files that are loaded with this one; each with the file that asks for it. */
function loadedWith(file: string): Map<string, string> {
  const askedBy = new Map([[file, ""]]);
  for (const each of askedBy.keys()) {
    for (const { specifier, typeOnly, dynamic } of importsOf(each)) {
      const target = typeOnly || dynamic ? undefined : fileOf(localTarget(each, specifier) ?? "");
      if (target !== undefined && !askedBy.has(target)) askedBy.set(target, each);
    }
  }
  return askedBy;
}

function breachOf(file: string, specifier: string, typeOnly: boolean): string | undefined {
  const target = localTarget(file, specifier);
  const band = bandOf(file);
  if (target !== undefined) {
    const targetBand = bandOf(target);
    const allowed = BANDS[band];
    if (!allowed) return `${file}: "${band}" is no band; add it to lib/testing/import-law.ts`;
    if (/^lib\/config\/env$/.test(target) && !typeOnly && !ENV_READERS.includes(band)) return `${file} reads settings itself; take them as arguments`;
    if (isTesting(target) && !isTest(file) && !typeOnly) return `${file} imports ${target}, which is for tests`;
    if (targetBand === band || allowed.includes("*") || allowed.includes(targetBand)) return undefined;
    if (file.startsWith(DEMO_DATA) && (typeOnly || isTest(file))) return undefined;
    if (isTest(file) && target.startsWith(DEMO_DATA)) return undefined;
    return `${file} (${band}) imports ${target} (${targetBand})`;
  }
  if (typeOnly) return undefined;
  const rule = Object.entries(PACKAGE_HOMES).find(([name]) => (name.endsWith("/") ? specifier.startsWith(name) : specifier === name));
  const homes = [...(rule?.[1] ?? []), ...(isTest(file) ? (TEST_PACKAGES[rule?.[0] ?? ""] ?? []) : [])];
  if (rule && !homes.some((home) => file.startsWith(home))) return `${file} imports ${specifier}, which lives in ${rule[1].join(", ")}`;
  return undefined;
}

describe("architecture", () => {
  test("the law itself bites", () => {
    expect(breachOf("lib/core/x.ts", "../server/y", false)).toMatch(/imports lib\/server\/y/);
    expect(breachOf("lib/assistant/x.ts", "onnxruntime-node", false)).toMatch(/lives in lib\/runtime/);
    expect(breachOf("lib/knowledge/x.ts", "../config/env", false)).toMatch(/take them as arguments/);
    expect(breachOf("app/chat/page.tsx", "@/db/client", false)).toMatch(/imports db\/client/);
    expect(breachOf("lib/server/x.ts", "@/db/client", false)).toBeUndefined();
    expect(breachOf("lib/server/x.test.ts", "drizzle-orm", false)).toMatch(/lives in db/);
    expect(breachOf("lib/server/x.ts", "@/db/testing/database", false)).toMatch(/for tests/);
    expect(breachOf("lib/server/x.test.ts", "@/db/testing/database", false)).toBeUndefined();
  });

  test("every import obeys the law", () => {
    const breaches = sources.flatMap((file) => importsOf(file).map(({ specifier, typeOnly }) => breachOf(file, specifier, typeOnly)));
    expect(breaches.filter(Boolean)).toEqual([]);
    // Parses every file: five seconds on a busy machine.
  }, 60_000);

  test("no page loads a stage of the pipeline: Next would keep a copy of it for every screen", () => {
    const stages = /^lib\/(engine|runtime|knowledge|people|growth|assistant|improvement|insights|server\/open-services)\b/;
    const pages = sources.filter((file) => /^app\/.*\/(page|layout)\.tsx$/.test(file));
    const loaded = pages.flatMap((page) => [...loadedWith(page)].filter(([file]) => stages.test(file)).map(([file, asker]) => `${page}: ${file}, asked for by ${asker}`));
    expect(pages.length).toBeGreaterThan(30);
    expect(loaded).toEqual([]);
    expect([...loadedWith("lib/server/open-services.ts").keys()].filter((file) => stages.test(file)).length).toBeGreaterThan(100);
  }, 60_000);

  test("process.env is read in lib/config/env.ts only", () => {
    const readers = sources.filter((file) => !isTest(file) && file !== "lib/config/env.ts" && /process\.env\b/.test(readFileSync(path.join(root, file), "utf8").replace(/^\s*(\*|\/\/).*$/gm, "")));
    // The child processes get their parent's environment handed on unchanged; that is not reading a setting.
    expect(readers.filter((file) => !/env: \{ \.\.\.process\.env/.test(readFileSync(path.join(root, file), "utf8")))).toEqual([]);
  });

  test("every source file says in its first lines what it is for", () => {
    const silent = sources.filter((file) => !/\.test\.tsx?$/.test(file) && !readFileSync(path.join(root, file), "utf8").slice(0, 200).includes("@file"));
    expect(silent).toEqual([]);
  });

  test("no file outgrows 400 lines; tables and the demo company's content excepted", () => {
    const large = sources.filter((file) => !file.startsWith("db/seed/") && !file.endsWith("-table.ts") && readFileSync(path.join(root, file), "utf8").split("\n").length > 401);
    expect(large).toEqual([]);
  });

  test("no drawers: folders are named for stages or nouns", () => {
    expect(sources.filter((file) => /(^|\/)(utils?|helpers?|common|misc|managers?)(\/|\.)/.test(file))).toEqual([]);
  });

  test("no debris: logs, build state, secrets, machine paths", () => {
    expect(tracked.filter((file) => /(\.log|\.tsbuildinfo|\.env|\.pid|\.orig|\.rej|\.DS_Store)$/.test(file))).toEqual([]);
    const machinePaths = sources.filter((file) => !isTest(file) && /["'`]\/(root|home|work)\//.test(readFileSync(path.join(root, file), "utf8")));
    expect(machinePaths).toEqual([]);
  });
});
