/** @file The page without a frame: its colours are globals.css's, its words in both languages, and it is whole without anything else. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import GlobalError from "../global-error";
import { BARE_STYLE, bareLook } from "./bare-page";
import { PAGES } from "./page-words";

const globals = readFileSync(path.resolve(import.meta.dirname, "../globals.css"), "utf8");
const colours = (css: string): Record<string, string> => Object.fromEntries([...css.matchAll(/(--[\w-]+): (#[0-9a-f]{6})/g)].map(([, name = "", value = ""]) => [name, value]));
const blocks = (css: string, from: RegExp): string => new RegExp(`${from.source}\\s*{([^}]*)}`).exec(css)?.[1] ?? "";

/** A page in this language with these cookies, in a browser that prefers German, then Chinese. */
const browser = (lang: string, cookie: string) => {
  vi.stubGlobal("document", { cookie, documentElement: { lang } });
  vi.stubGlobal("navigator", { languages: ["de-DE", "zh-CN"] });
};
afterEach(() => vi.unstubAllGlobals());

test.each([
  ["light", /:root/, /:root/],
  ["dark, chosen", /:root\[data-theme="dark"\]/, /:root\[data-theme=dark\]/],
  ["dark, the system's", /:root:not\(\[data-theme="light"\]\)/, /:root:not\(\[data-theme=light\]\)/],
])("its colours are those of every other page: %s", (_name, there, here) => {
  const [all, own] = [colours(blocks(globals, there)), colours(blocks(BARE_STYLE, here))];
  expect(Object.keys(own).length).toBe(5);
  expect(all).toMatchObject(own);
  expect(blocks(BARE_STYLE, here)).toContain(/color-scheme: \w+/.exec(blocks(globals, there))?.[0]);
});

describe("the look of the page that was there", () => {
  test.each([
    ["en", "cadre-language=zh; cadre-theme=dark", { language: "en", theme: "dark" }],
    ["zh-Hans", "cadre-theme=light", { language: "zh", theme: "light" }],
    ["", "cadre-theme=system; cadre-language=en", { language: "en", theme: undefined }],
    ["", "other-cadre-language=en", { language: "zh", theme: undefined }],
  ])("page in “%s”, cookies “%s”", (lang, cookie, look) => {
    browser(lang, cookie);
    expect(bareLook()).toEqual(look);
  });
});

test.each([["en", "Incident 4711"], ["zh", "事件编号 4711"]] as const)("%s: title, viewport, one heading, what happened, its number, two ways on", (language, incident) => {
  browser(language, "cadre-theme=dark");
  const html = renderToStaticMarkup(createElement(GlobalError, { error: Object.assign(new Error("for the test"), { digest: "4711" }) }));
  expect(html).toMatch(new RegExp(`<html lang="${language}[^"]*" data-theme="dark">`));
  expect(html).toContain(`<title>${PAGES[language].cadreFailed}</title>`);
  expect(html).toContain('name="viewport"');
  expect(html.match(/<h1[^>]*>([^<]*)/)?.[1]).toBe(PAGES[language].cadreFailed);
  expect([html.includes(incident), html.includes("for the test"), html.match(/<button/g)?.length, html.includes('<a href="/chat">')]).toEqual([true, false, 1, true]);
  expect(html, "the sheet stands in the page unescaped").toContain(BARE_STYLE);
  expect(html).not.toMatch(/<(link|script|img)/);
});
