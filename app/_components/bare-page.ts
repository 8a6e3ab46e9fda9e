/**
 * @file What a page needs that has lost the frame: the look as one small sheet of its own (no face, no file that could be missing),
 * and the language and colours that were chosen. The colours are those of globals.css; bare-page.test.ts compares them.
 */
import { chooseLanguage, type InterfaceLanguage } from "./language/define-words";

const LIGHT = "color-scheme: light; --paper: #fdfcfa; --ink: #1d1a16; --ink-2: #524c43; --ink-3: #6e675c; --rule-2: #cbc5b8;";
const DARK = "color-scheme: dark; --paper: #161410; --ink: #efeae0; --ink-2: #bcb5a7; --ink-3: #989182; --rule-2: #494338;";

/** Nothing in it needs escaping in HTML. */
export const BARE_STYLE = `
:root { ${LIGHT} }
:root[data-theme=dark] { ${DARK} }
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) { ${DARK} } }
html { background: var(--paper); color: var(--ink); }
body { margin: 0; font: 0.9375rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
main { box-sizing: border-box; min-height: 100dvh; max-width: 32rem; margin: 0 auto; padding: 2rem 1.5rem; }
main h1 { font-weight: 600; margin: 1rem 0 0.375rem; font-size: 1.4375rem; line-height: 1.875rem; letter-spacing: -0.012em; text-wrap: balance; }
main h1:focus { outline: none; }
main p { margin: 0; color: var(--ink-2); }
main .name { color: var(--ink); font: 600 1.4375rem/1.3 serif; letter-spacing: -0.02em; }
main .bracket { margin-top: 14vh; color: var(--ink-3); font: 1.875rem/1.25 serif; letter-spacing: 0.2em; }
main .incident { margin-top: 0.5rem; color: var(--ink-3); font-size: 0.8125rem; }
main .ways { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem 1.5rem; margin-top: 1.5rem; }
main button { min-height: 2.5rem; padding: 0 0.875rem; border: 0; border-radius: 4px; background: var(--ink); color: var(--paper); font: 500 0.8125rem/1.25 system-ui, sans-serif; cursor: pointer; }
main button:hover { background: var(--ink-2); }
main a { padding: 0.5rem 0; text-decoration: underline; color: var(--ink); font-weight: 500; text-underline-offset: 4px; }
main :focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
`;

export interface BareLook {
  readonly language: InterfaceLanguage;
  /** Undefined: as the system has it. */
  readonly theme: "light" | "dark" | undefined;
}

/** The look of the page that was there; where none was drawn, what was chosen before, else what the browser prefers. */
export function bareLook(): BareLook {
  if (typeof document === "undefined") return { language: "en", theme: undefined };
  const chosen = (name: string): string | undefined => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(document.cookie)?.[1];
  const theme = chosen("cadre-theme");
  const spoken = document.documentElement.lang.split("-")[0];
  return { language: chooseLanguage(spoken === "" ? chosen("cadre-language") : spoken, navigator.languages.join(",")), theme: theme === "light" || theme === "dark" ? theme : undefined };
}
