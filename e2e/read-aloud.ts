/**
 * @file What a screen reader is told of a page as it stands, from Chromium's own accessibility tree: every control has a name
 * that says what it does, every picture has words or is hidden, headings and landmarks lead somewhere. And what a dialog does
 * with the keyboard's focus.
 */
import type { CDPSession, Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

interface Value {
  readonly value?: unknown;
}

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
  readonly childIds?: readonly string[];
  readonly parentId?: string;
  readonly backendDOMNodeId?: number;
}

const CONTROLS = new Set(["button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "slider", "spinbutton", "tab", "menuitem", "menuitemradio", "menuitemcheckbox", "option", "ListBoxOption", "treeitem", "PopUpButton", "ComboBoxSelect", "DisclosureTriangle", "Date"]);
const PICTURES = new Set(["image", "img", "SvgRoot", "figure", "Canvas"]);
/** What groups controls for the ear: within one of these, several that sound alike can't be told apart. A group with a name is one as well. */
const GROUPS = new Set(["list", "row", "radiogroup", "menu", "listbox", "toolbar"]);
/** Landmarks that must be told apart where there are several. */
const LANDMARKS = new Set(["navigation", "complementary", "region", "search", "form"]);
/** Names that say nothing of their own, in either language. */
const SAYS_NOTHING = /^(?:button|link|click here|here|more|icon|image|untitled|undefined|null|\[object Object\]|按钮|链接|点击这里|这里|图片|[^\p{L}\p{N}]+)$/iu;

/** The same words do the same thing wherever they stand (filters of a log, a line of a résumé under several requirements), or people called their chats alike. */
const SAME_WHEREVER = /^(?:Only lines (?:of|about) |只看|Open the résumé at: |打开简历中的这一处：|Actions for )|的操作$/;

const sessions = new WeakMap<Page, CDPSession>();

async function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page);
  if (known) return known;
  const session = await page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

const text = (value: Value | undefined): string => (typeof value?.value === "string" ? value.value.trim() : "");
const property = (node: Node, name: string): unknown => node.properties?.find((one) => one.name === name)?.value.value;

/** A page's tree in reading order, without what a screen reader skips. */
class Tree {
  readonly nodes: readonly Node[];
  private readonly byId: ReadonlyMap<string, Node>;

  constructor(all: readonly Node[]) {
    this.byId = new Map(all.map((node) => [node.nodeId, node]));
    const inOrder: Node[] = [];
    const walk = (node: Node): void => {
      if (!node.ignored) inOrder.push(node);
      for (const id of node.childIds ?? []) {
        const child = this.byId.get(id);
        if (child) walk(child);
      }
    };
    for (const node of all) if (!node.parentId) walk(node);
    this.nodes = inOrder;
  }

  /** The nearest of these roles around a node, by role. */
  around(node: Node, roles: ReadonlySet<string>): Node | null {
    for (let at = node.parentId ? this.byId.get(node.parentId) : undefined; at; at = at.parentId ? this.byId.get(at.parentId) : undefined) if (!at.ignored && (roles.has(text(at.role)) || (roles === GROUPS && text(at.role) === "group" && text(at.name) !== ""))) return at;
    return null;
  }

  withRole(...roles: string[]): Node[] {
    return this.nodes.filter((node) => roles.includes(text(node.role)));
  }
}

/** HTML of a node, shortened, so that a fault can be found. */
async function whereIs(session: CDPSession, node: Node): Promise<string> {
  const { outerHTML } = await session.send("DOM.getOuterHTML", { backendNodeId: node.backendDOMNodeId ?? 0 });
  return outerHTML.replaceAll(/\s+/g, " ").slice(0, 140);
}

/** Can the Tab key reach it? A place that is only focused by program (tabindex -1) needs no name, and the guards around what is open pass the focus on. */
async function isTabStop(session: CDPSession, node: Node): Promise<boolean> {
  const { object } = await session.send("DOM.resolveNode", { backendNodeId: node.backendDOMNodeId ?? 0 });
  const { result } = await session.send("Runtime.callFunctionOn", { objectId: object.objectId ?? "", functionDeclaration: "function () { return this.tabIndex >= 0 && !this.hasAttribute('data-radix-focus-guard'); }", returnByValue: true });
  return result.value === true;
}

async function faultsOfNames(session: CDPSession, tree: Tree): Promise<string[]> {
  const faults: string[] = [];
  for (const node of tree.nodes) {
    const [role, name] = [text(node.role), text(node.name)];
    if (CONTROLS.has(role)) {
      if (name === "") faults.push(`${role} without a name: ${await whereIs(session, node)}`);
      else if (SAYS_NOTHING.test(name)) faults.push(`${role} “${name}” says nothing: ${await whereIs(session, node)}`);
    } else if (PICTURES.has(role)) {
      if (name === "" && role !== "figure") faults.push(`picture without words: ${await whereIs(session, node)}`);
    } else if (name === "" && role !== "RootWebArea" && property(node, "focusable") === true && (await isTabStop(session, node))) {
      faults.push(`place for the focus (${role}) without a name: ${await whereIs(session, node)}`);
    }
  }
  return faults;
}

/** Controls of one list that sound alike and are not the same: three or more, because a pair can be of two kinds. */
async function faultsOfLists(session: CDPSession, tree: Tree): Promise<string[]> {
  const alike = new Map<string, Node[]>();
  for (const node of tree.withRole("button", "link")) {
    const group = tree.around(node, GROUPS);
    if (!group) continue;
    // The same address by the same name is the same link.
    const key = [group.nodeId, text(node.role), text(node.name), text(node.description), String(property(node, "url"))].join("\n");
    alike.set(key, [...(alike.get(key) ?? []), node]);
  }
  const faults: string[] = [];
  for (const [node, ...others] of alike.values()) if (node && others.length > 1 && text(node.role) === "button" && !SAME_WHEREVER.test(text(node.name))) faults.push(`${others.length + 1} × “${text(node.name)}” in one list: ${await whereIs(session, node)}`);
  return faults;
}

function faultsOfHeadings(tree: Tree, modal: boolean): string[] {
  const faults: string[] = [];
  const first = tree.withRole("heading").filter((node) => property(node, "level") === 1);
  if (!modal && first.length !== 1) faults.push(`${first.length} headings of level 1`);
  const before = new Map<string, number>();
  for (const node of tree.withRole("heading")) {
    const place = tree.around(node, new Set(["main", "complementary", "dialog", "alertdialog"]));
    const [level, least] = [Number(property(node, "level")), before.get(place?.nodeId ?? "") ?? (place && text(place.role) !== "main" ? 1 : 0)];
    if (level > least + 1) faults.push(`heading “${text(node.name)}” of level ${level} after level ${least} in ${place ? text(place.role) : "the page"}`);
    if (text(node.name) === "") faults.push(`empty heading of level ${level}`);
    before.set(place?.nodeId ?? "", level);
  }
  return faults;
}

function faultsOfLandmarks(tree: Tree, modal: boolean): string[] {
  const faults: string[] = [];
  if (!modal && tree.withRole("main").length !== 1) faults.push(`${tree.withRole("main").length} main landmarks`);
  for (const role of LANDMARKS) {
    const names = tree.withRole(role).map((node) => text(node.name));
    if (names.length > 1 && names.some((name) => name === "")) faults.push(`${names.length} landmarks “${role}”, not each with a name`);
    for (const name of new Set(names)) if (name !== "" && names.filter((other) => other === name).length > 1) faults.push(`landmark “${role}” twice by the name “${name}”`);
  }
  for (const node of tree.withRole("dialog", "alertdialog")) if (text(node.name) === "") faults.push("dialog without a name");
  return faults;
}

/** @returns one line per fault; empty when the page can be heard */
export async function heardFaults(page: Page): Promise<string[]> {
  const session = await sessionOf(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const tree = new Tree(nodes);
  // While a modal dialog is open, the page behind it is not there for the ear (but for its live regions).
  const modal = await page.evaluate(() => document.querySelector("[role=dialog],[role=alertdialog]") !== null && document.querySelector("[data-aria-hidden=true]") !== null);
  return [...(await faultsOfNames(session, tree)), ...(await faultsOfLists(session, tree)), ...faultsOfHeadings(tree, modal), ...faultsOfLandmarks(tree, modal)];
}

const inDialog = (page: Page): Promise<boolean> => page.evaluate(() => document.activeElement?.closest("[role=dialog],[role=alertdialog]") !== null);

/** A modal dialog that has just been opened has the focus and keeps it, forwards and backwards, for as many Tabs as it has stops and one around. */
export async function expectKeepsFocus(page: Page, where: string): Promise<void> {
  const dialog = page.locator("[role=dialog],[role=alertdialog]").last();
  await expect.poll(() => inDialog(page), `${where} takes the focus`).toBe(true);
  const stops = await dialog.locator("a[href],button:enabled,input:enabled,select:enabled,textarea:enabled,[tabindex='0'],summary").count();
  for (const key of ["Tab", "Shift+Tab"]) {
    for (let at = 0; at <= Math.min(stops, 12); at++) {
      await page.keyboard.press(key);
      expect(await inDialog(page), `${where} keeps the focus (${key} ${at + 1})`).toBe(true);
    }
  }
}

/** From the next page on, the page knows which control outside of dialogs and menus was used last: that is what opened them. */
export async function rememberOpener(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const type of ["focusin", "pointerdown"])
      document.addEventListener(
        type,
        ({ target }) => {
          const control = target instanceof Element && !target.closest("[role=dialog],[role=alertdialog],[role=menu],[data-radix-focus-guard]") ? target.closest("button,a[href],input,select,textarea") : null;
          if (control) (window as unknown as { openedFrom: Element }).openedFrom = control;
        },
        true,
      );
  });
}

/**
 * Escape closes it, and the focus is back on what opened it; anywhere where a key alone did. A hint that the control in focus
 * shows is what an Escape before it takes away (WCAG 1.4.13, dismissible).
 */
export async function expectGivesBackFocus(page: Page, shown: Locator, where: string): Promise<void> {
  const opener = await page.evaluateHandle(() => (window as unknown as { openedFrom?: Element }).openedFrom ?? null);
  const hint = page.getByRole("tooltip");
  if ((await hint.count()) > 0) {
    await page.keyboard.press("Escape");
    await expect(hint, `${where}: the hint closes on Escape`).toHaveCount(0);
  }
  await page.keyboard.press("Escape");
  await expect(shown, `${where} closes on Escape`).toHaveCount(0);
  await expect.poll(() => page.evaluate((before) => before === null || document.activeElement === before, opener), { message: `${where} gives the focus back`, timeout: 3000 }).toBe(true);
}
