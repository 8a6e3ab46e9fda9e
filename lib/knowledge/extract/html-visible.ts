/**
 * @file removeUnseen: takes out of a page's tree what a browser draws but no eye sees (the ground's colour, no size,
 * off the page, clipped away, transparent) and what the page itself hides. Knows inline styles and plain rules of
 * <style> (tag, .class, #id); no cascade beyond their order.
 */
import { isTag, isText, type AnyNode, type ChildNode, type Element, type ParentNode } from "domhandler";
import { contrast } from "./pdf/visibility/is-visible";

export interface Unseen {
  /** Drawn so that nobody sees it. */
  readonly hidden: string;
  /** Hidden by the page in the open (display: none): menus and the like, or orders to a machine. */
  readonly declared: string;
}

type Style = Readonly<Record<string, string>>;

interface Inherited {
  readonly ink: string;
  readonly ground: string;
  /** Pixels. */
  readonly size: number;
}

const MIN_CONTRAST = 1.25;
const MIN_SIZE_PX = 2.7; // 2 points
const MIN_ALPHA = 0.1;
/** Further off than any layout moves a thing. */
const FAR_PX = 500;
const NAMES: Readonly<Record<string, string>> = { white: "#ffffff", black: "#000000", red: "#ff0000", yellow: "#ffff00", blue: "#0000ff", green: "#008000", gray: "#808080", grey: "#808080", silver: "#c0c0c0", navy: "#000080", ivory: "#fffff0", snow: "#fffafa", ghostwhite: "#f8f8ff", whitesmoke: "#f5f5f5" };
const MAX_DEPTH = 200;

/** Changes the tree. @param nodes the page's top nodes */
export function removeUnseen(nodes: readonly AnyNode[]): Unseen {
  const rules = rulesOf(nodes);
  const out = { hidden: "", declared: "" };
  const visit = (parent: ParentNode, inherited: Inherited, depth: number) => {
    if (depth > MAX_DEPTH) return;
    parent.children = parent.children.filter((node) => {
      if (!isTag(node)) return true;
      const style = styleOf(node, rules);
      if (isDeclared(node, style)) {
        out.declared += ` ${textOf(node)}`;
        return false;
      }
      const own = inherit(style, inherited);
      if (isConcealed(style)) {
        out.hidden += ` ${textOf(node)}`;
        return false;
      }
      if (isUnseenInk(own)) takeText(node, out);
      visit(node, own, depth + 1);
      return true;
    });
  };
  for (const node of nodes) if (isTag(node)) visit(node, inherit(styleOf(node, rules), { ink: "#000000", ground: "#ffffff", size: 16 }), 0);
  return out;
}

/** The element's own letters only: what stands inside in another colour may be seen. */
function takeText(element: Element, out: { hidden: string }): void {
  element.children = element.children.filter((node: ChildNode) => {
    if (!isText(node) || !/\S/.test(node.data)) return true;
    out.hidden += ` ${node.data}`;
    return false;
  });
}

function isDeclared(element: Element, style: Style): boolean {
  if (element.attribs["hidden"] !== undefined || element.attribs["aria-hidden"] === "true") return true;
  return style["display"] === "none" || /^(?:hidden|collapse)$/.test(style["visibility"] ?? "");
}

function isConcealed(style: Style): boolean {
  if (Number(style["opacity"] ?? "1") < MIN_ALPHA) return true;
  const moved = /absolute|fixed|relative/.test(style["position"] ?? "") ? ["left", "top", "margin-left", "margin-top", "text-indent"] : ["text-indent", "margin-left"];
  if (moved.some((name) => pixels(style[name], 16) !== null && (pixels(style[name], 16) ?? 0) <= -FAR_PX)) return true;
  if (/rect\(\s*0|rect\(\s*1px|inset\(\s*(?:50|100)%/.test(`${style["clip"] ?? ""} ${style["clip-path"] ?? ""}`)) return true;
  if (/scale\(\s*0(?:\.0\d*)?\s*[,)]/.test(style["transform"] ?? "")) return true;
  const isFlat = ["width", "height", "max-height", "max-width"].some((name) => (pixels(style[name], 16) ?? 99) <= 1);
  return isFlat && /hidden|clip/.test(style["overflow"] ?? "");
}

function isUnseenInk({ ink, ground, size }: Inherited): boolean {
  return ink === "transparent" || size < MIN_SIZE_PX || contrast(ink, ground) < MIN_CONTRAST;
}

function inherit(style: Style, from: Inherited): Inherited {
  const background = style["background-color"] ?? style["background"] ?? "";
  const ground = /url\(|gradient/.test(background) ? "unknown" : (colourOf(background) ?? from.ground);
  const size = style["font-size"] === undefined ? from.size : (pixels(style["font-size"], from.size) ?? from.size);
  return { ink: colourOf(style["color"] ?? "") ?? from.ink, ground: ground === "transparent" ? from.ground : ground, size };
}

/** "#rrggbb", "transparent", or null for what is no colour that we know. */
function colourOf(text: string): string | null {
  const value = text.trim().toLowerCase();
  const long = /#([0-9a-f]{6})(?:[0-9a-f]{2})?\b/.exec(value)?.[1];
  if (long) return `#${long}`;
  const short = /#([0-9a-f])([0-9a-f])([0-9a-f])\b/.exec(value);
  if (short) return `#${short.slice(1, 4).map((digit) => digit + digit).join("")}`;
  const rgb = /rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+))?/.exec(value);
  if (rgb) return Number(rgb[4] ?? "1") < MIN_ALPHA ? "transparent" : `#${rgb.slice(1, 4).map((part) => Math.min(255, Number(part)).toString(16).padStart(2, "0")).join("")}`;
  if (/\btransparent\b/.test(value)) return "transparent";
  return NAMES[/^[a-z]+/.exec(value)?.[0] ?? ""] ?? null;
}

/** @param em size in pixels of one em */
function pixels(text: string | undefined, em: number): number | null {
  const match = /^(-?[\d.]+)\s*(px|pt|em|rem|%|vw|vh)?\b/.exec(text?.trim() ?? "");
  if (!match) return null;
  const value = Number(match[1]);
  return value * ({ px: 1, pt: 4 / 3, em, rem: 16, "%": em / 100, vw: 14, vh: 9 }[match[2] ?? "px"] ?? 1);
}

type Rules = readonly { readonly tag: string; readonly mark: string; readonly style: Style }[];

function styleOf(element: Element, rules: Rules): Style {
  const classes = (element.attribs["class"] ?? "").split(/\s+/);
  const fits = rules.filter(({ tag, mark }) => (tag === "" || tag === element.name) && (mark === "" || (mark.startsWith("#") ? mark.slice(1) === element.attribs["id"] : classes.includes(mark.slice(1)))));
  const attributes: Record<string, string> = element.name === "font" && element.attribs["color"] ? { color: element.attribs["color"] } : {};
  if (element.attribs["bgcolor"]) attributes["background-color"] = element.attribs["bgcolor"];
  return Object.assign({}, ...fits.map((rule) => rule.style), attributes, declarations(element.attribs["style"] ?? "")) as Style;
}

/** Rules whose selector is a tag, a class, an id, or a tag with one of them. */
function rulesOf(nodes: readonly AnyNode[]): Rules {
  const sheets: string[] = [];
  const collect = (list: readonly AnyNode[], depth: number) => {
    for (const node of list) {
      if (!isTag(node) || depth > MAX_DEPTH) continue;
      if (node.name === "style") sheets.push(textOf(node));
      else collect(node.children, depth + 1);
    }
  };
  collect(nodes, 0);
  const plain = sheets.join("\n").replace(/\/\*[\s\S]*?\*\//g, "").replace(/@(?:media|supports|keyframes|font-face)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "");
  return Array.from(plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)).flatMap(([, selectors = "", body = ""]) =>
    selectors.split(",").flatMap((selector) => {
      const match = /^\s*([a-z][a-z0-9]*)?([.#][\w-]+)?\s*$/i.exec(selector);
      return match && (match[1] || match[2]) ? [{ tag: (match[1] ?? "").toLowerCase(), mark: match[2] ?? "", style: declarations(body) }] : [];
    }),
  );
}

function declarations(text: string): Style {
  const style: Record<string, string> = {};
  for (const part of text.split(";")) {
    const colon = part.indexOf(":");
    if (colon > 0) style[part.slice(0, colon).trim().toLowerCase()] = part.slice(colon + 1).replace(/!important/i, "").trim().toLowerCase();
  }
  return style;
}

function textOf(node: AnyNode): string {
  if (isText(node)) return node.data;
  return "children" in node ? (node.children as AnyNode[]).map(textOf).join(" ") : "";
}
