/**
 * @file visibleDocx: a Word file without the text that Word itself does not show or no eye can see: hidden runs, the
 * paper's colour, letters of a point or two, lines of no height, boxes off the page. What is left is read as ever.
 */
import { isTag, isText, type AnyNode, type Element } from "domhandler";
import { parseDocument } from "htmlparser2";
import { unzipSync, zipSync } from "fflate";
import { contrast } from "./pdf/visibility/is-visible";
import type { Paint } from "./pdf/visibility/paint-state";

export interface VisibleDocx {
  readonly bytes: Uint8Array;
  /** What was taken out. */
  readonly hidden: string;
  /** All text as stored, zero-width characters included. */
  readonly raw: string;
  /** Keywords, subject, description of the file. */
  readonly properties: readonly string[];
}

/** As for PDFs: letters below 2 points, contrast below 1.25. Sizes in half points. */
const MIN_HALF_POINTS = 4;
const MIN_CONTRAST = 1.25;
/** A line or row of at most this height, in twentieths of a point, set "exactly". */
const MAX_FLAT_TWIPS = 40;
/** Character scale in percent. */
const MIN_SCALE = 10;
/** Further from the margin than a large page is wide, in twentieths of a point; raised or lowered by most of a page, in half points. */
const FAR_TWIPS = 15_840;
const FAR_HALF_POINTS = 1_000;
/** Right of, or below, the largest page that offices print. EMU. */
const FAR_EMU = { across: 16_000_000, down: 22_000_000 };
/** What Word's themes call paper and ink. */
const THEME: Readonly<Record<string, string>> = { background1: "ffffff", light1: "ffffff", bg1: "ffffff", lt1: "ffffff", text1: "000000", dark1: "000000" };
const MAX_STYLE_DEPTH = 12;
const MAIN = "word/document.xml";

/** @param bytes a DOCX package that was checked already. @throws what fflate throws for a damaged package */
export function visibleDocx(bytes: Uint8Array): VisibleDocx {
  const files = unzipSync(bytes);
  const main = files[MAIN];
  const properties = propertiesOf(files["docProps/core.xml"]);
  if (!main) return { bytes, hidden: "", raw: "", properties };
  const source = new TextDecoder().decode(main);
  const root = parseDocument(source, { xmlMode: true, withStartIndices: true, withEndIndices: true });
  const styles = stylesOf(files["word/styles.xml"]);
  const runs: { start: number; end: number; text: string }[] = [];
  const all: string[] = [];
  walk(root.children, { ground: groundOf(root.children), isGone: false, paragraph: null }, { styles, runs, all });
  const raw = all.join("");
  if (runs.length === 0) return { bytes, hidden: "", raw, properties };
  let visible = source;
  for (const { start, end } of [...runs].reverse()) visible = visible.slice(0, start) + visible.slice(end);
  const packed = zipSync({ ...files, [MAIN]: new TextEncoder().encode(visible) });
  return { bytes: packed, hidden: runs.map((run) => run.text).join(" "), raw, properties };
}

type Styles = ReadonlyMap<string, { readonly basedOn: string | null; readonly properties: Element | null }>;

interface Place {
  readonly ground: Paint;
  /** A box, row or line around it cannot be seen. */
  readonly isGone: boolean;
  readonly paragraph: string | null;
}

interface Found {
  readonly styles: Styles;
  readonly runs: { start: number; end: number; text: string }[];
  readonly all: string[];
}

function walk(nodes: readonly AnyNode[], place: Place, found: Found): void {
  for (const node of nodes) {
    if (!isTag(node)) continue;
    if (node.name === "w:r" && !hasBox(node)) readRun(node, place, found);
    else walk(node.children, inside(node, place), found);
  }
}

/** A run that holds a text box is looked into; its letters are in the box. */
function hasBox(run: Element): boolean {
  return find(run, "w:txbxContent") !== null;
}

function inside(node: Element, place: Place): Place {
  if (node.name === "w:tc") return { ...place, ground: fillOf(child(child(node, "w:tcPr"), "w:shd")) ?? place.ground };
  if (node.name === "w:tr") return { ...place, isGone: place.isGone || isFlat(child(child(node, "w:trPr"), "w:trHeight"), "w:val", "w:hRule") };
  if (node.name === "wp:anchor") return { ...place, isGone: place.isGone || isOffPage(node) };
  if (node.name === "v:shape" || node.name === "v:rect") return { ...place, isGone: place.isGone || /(?:left|top|margin-left|margin-top)\s*:\s*-\d{4,}/.test(node.attribs["style"] ?? "") };
  if (node.name !== "w:p") return place;
  const properties = child(node, "w:pPr");
  return {
    ground: fillOf(child(properties, "w:shd")) ?? place.ground,
    isGone: place.isGone || isFlat(child(properties, "w:spacing"), "w:line", "w:lineRule") || isFarOff(properties),
    paragraph: child(properties, "w:pStyle")?.attribs["w:val"] ?? null,
  };
}

function readRun(run: Element, place: Place, { styles, runs, all }: Found): void {
  const text = textOf(run);
  all.push(text);
  if (!/\S/.test(text)) return;
  const own = child(run, "w:rPr");
  const chain = [own, ...styleChain(styles, child(own, "w:rStyle")?.attribs["w:val"] ?? null), ...styleChain(styles, place.paragraph)];
  const ground = fillOf(child(own, "w:shd")) ?? highlightOf(own) ?? place.ground;
  if (!place.isGone && !isUnseen(chain, ground)) return;
  if (run.startIndex !== null && run.endIndex !== null) runs.push({ start: run.startIndex, end: run.endIndex + 1, text });
}

/** @param chain run properties, the run's own first, then its styles' */
function isUnseen(chain: readonly (Element | null)[], ground: Paint): boolean {
  const first = (name: string) => chain.map((properties) => child(properties, name)).find((element) => element !== null) ?? null;
  if (["w:vanish", "w:webHidden", "w:specVanish"].some((name) => isOn(first(name)))) return true;
  const size = Number(first("w:sz")?.attribs["w:val"] ?? "24");
  const scale = Number(first("w:w")?.attribs["w:val"] ?? "100");
  if (size < MIN_HALF_POINTS || scale < MIN_SCALE) return true;
  if (Math.abs(Number(first("w:position")?.attribs["w:val"] ?? "0")) >= FAR_HALF_POINTS) return true;
  const colour = colourOf(first("w:color"));
  return /^[0-9a-f]{6}$/i.test(colour) && contrast(`#${colour}`, ground) < MIN_CONTRAST;
}

function isOn(element: Element | null): boolean {
  return element !== null && !/^(?:0|false|off)$/i.test(element.attribs["w:val"] ?? "1");
}

function isFlat(element: Element | null, value: string, rule: string): boolean {
  return element?.attribs[rule] === "exact" && Number(element.attribs[value] ?? "999") <= MAX_FLAT_TWIPS;
}

/** A paragraph that begins beyond the page: by its indent, or as a frame with a place of its own. */
function isFarOff(properties: Element | null): boolean {
  const twips = (element: Element | null, ...names: string[]): number[] => names.map((name) => Number(element?.attribs[name] ?? "0"));
  const indents = twips(child(properties, "w:ind"), "w:left", "w:start", "w:firstLine");
  return [...indents, ...twips(child(properties, "w:framePr"), "w:x", "w:y")].some((value) => Math.abs(value) >= FAR_TWIPS);
}

/** Six digits, or "auto". A theme's colour counts where no digits stand beside it. */
function colourOf(colour: Element | null): string {
  const value = colour?.attribs["w:val"] ?? "auto";
  return value === "auto" ? (THEME[colour?.attribs["w:themeColor"] ?? ""] ?? value) : value;
}

/** Beyond any side of the page, by its whole width or height. Lengths in EMU. */
function isOffPage(anchor: Element): boolean {
  const extent = child(anchor, "wp:extent");
  const off = (name: string, size: string, far: number) => {
    const offset = Number(textOf(find(child(anchor, name), "wp:posOffset") ?? anchor).trim() || "0");
    return offset + Number(extent?.attribs[size] ?? "0") < -914_400 || offset > far;
  };
  return off("wp:positionH", "cx", FAR_EMU.across) || off("wp:positionV", "cy", FAR_EMU.down);
}

function fillOf(shading: Element | null): Paint | null {
  const fill = shading?.attribs["w:fill"] ?? "";
  return /^[0-9a-f]{6}$/i.test(fill) ? (`#${fill}`) : null;
}

const HIGHLIGHTS: Readonly<Record<string, Paint>> = { black: "#000000", white: "#ffffff", yellow: "#ffff00", darkBlue: "#000080", blue: "#0000ff", darkGray: "#808080", lightGray: "#c0c0c0", red: "#ff0000", darkRed: "#800000", green: "#00ff00", darkGreen: "#008000", cyan: "#00ffff", darkCyan: "#008080", magenta: "#ff00ff", darkMagenta: "#800080", darkYellow: "#808000" };

function highlightOf(properties: Element | null): Paint | null {
  return HIGHLIGHTS[child(properties, "w:highlight")?.attribs["w:val"] ?? ""] ?? null;
}

function groundOf(nodes: readonly AnyNode[]): Paint {
  const colour = nodes.filter(isTag).map((node) => find(node, "w:background")?.attribs["w:color"] ?? "").find((value) => /^[0-9a-f]{6}$/i.test(value));
  return colour ? (`#${colour}`) : "#ffffff";
}

function stylesOf(bytes: Uint8Array | undefined): Styles {
  const styles = new Map<string, { basedOn: string | null; properties: Element | null }>();
  if (!bytes) return styles;
  const visit = (nodes: readonly AnyNode[]) => {
    for (const node of nodes.filter(isTag)) {
      const id = node.attribs["w:styleId"];
      if (node.name === "w:style" && id) styles.set(id, { basedOn: child(node, "w:basedOn")?.attribs["w:val"] ?? null, properties: child(node, "w:rPr") });
      else visit(node.children);
    }
  };
  visit(parseDocument(new TextDecoder().decode(bytes), { xmlMode: true }).children);
  return styles;
}

function styleChain(styles: Styles, id: string | null): (Element | null)[] {
  const chain: (Element | null)[] = [];
  for (let next = id, depth = 0; next !== null && depth < MAX_STYLE_DEPTH; depth++) {
    const style = styles.get(next);
    if (!style) break;
    chain.push(style.properties);
    next = style.basedOn;
  }
  return chain;
}

function propertiesOf(bytes: Uint8Array | undefined): string[] {
  if (!bytes) return [];
  const root = parseDocument(new TextDecoder().decode(bytes), { xmlMode: true });
  return ["cp:keywords", "dc:description", "dc:subject", "cp:category"].flatMap((name) => {
    const text = root.children.filter(isTag).map((node) => find(node, name)).find((node) => node !== null);
    return text ? [textOf(text)] : [];
  });
}

function child(element: Element | null, name: string): Element | null {
  return element?.children.filter(isTag).find((node) => node.name === name) ?? null;
}

function find(element: Element | null, name: string): Element | null {
  if (!element) return null;
  if (element.name === name) return element;
  for (const node of element.children.filter(isTag)) {
    const found = find(node, name);
    if (found) return found;
  }
  return null;
}

function textOf(node: AnyNode): string {
  if (isText(node)) return node.data;
  return isTag(node) && node.name !== "w:instrText" ? node.children.map(textOf).join("") : "";
}
