/**
 * @file Invented pages for the page-kind model, drawn from a seed: running text, tables, scans of either (letters, forms,
 * photographs of paper on a table) and other pictures (photographs, charts, logos), with the chance marks of each.
 */
import { createRng } from "../../../core/rng";
import type { Rect } from "../../extract/pdf/geometry";
import type { GreyRaster } from "../grey-raster";
import { INK_COLUMNS, INK_ROWS, inkOf } from "../page-ink";
import { PAGE_KINDS, type PageKind } from "../page-kinds";
import { Canvas } from "./canvas";

const WIDTH = INK_COLUMNS * 8;
const HEIGHT = INK_ROWS * 8;

export interface InventedPage {
  readonly kind: PageKind;
  /** As page-ink.ts gives it. */
  readonly ink: Float32Array;
  /** The pictures on it, for looking at. */
  readonly raster: GreyRaster;
}

type Random = () => number;
const between = (random: Random, low: number, high: number): number => low + (high - low) * random();
const chance = (random: Random, share: number): boolean => random() < share;

/** @returns `each` pages of every kind, kinds in turn; equal for equal seeds */
export function inventPages(each: number, seed: number): InventedPage[] {
  const random = createRng(seed);
  return Array.from({ length: each }, () => PAGE_KINDS.map((kind) => inventPage(kind, random))).flat();
}

export function inventPage(kind: PageKind, random: Random): InventedPage {
  const { raster, boxes } = DRAW[kind](random);
  return { kind, raster, ink: inkOf(raster, boxes, 1) };
}

interface Drawn {
  readonly raster: GreyRaster;
  /** Letters and shapes that the page draws itself. */
  readonly boxes: readonly Rect[];
}

const DRAW: Readonly<Record<PageKind, (random: Random) => Drawn>> = { text: drawText, table: drawTable, scan: drawScan, picture: drawPicture };

function drawText(random: Random): Drawn {
  const scratch = new Canvas(WIDTH, HEIGHT, 255);
  const boxes = writing(scratch, marginsOf(random), random, 0);
  const page = new Canvas(WIDTH, HEIGHT, 255);
  if (chance(random, 0.35)) photo(page, spot(random, 0.08, 0.5), random); // a portrait, a logo, a photograph beside the text
  else if (chance(random, 0.15)) page.photograph({ x: 0, y: 0, width: WIDTH, height: HEIGHT }, { dark: between(random, 205, 235), light: 255, roughness: 0 }, random); // tinted paper
  return { raster: page.raster(), boxes };
}

function drawTable(random: Random): Drawn {
  const page = new Canvas(WIDTH, HEIGHT, 255);
  if (chance(random, 0.2)) photo(page, spot(random, 0.05, 0.2), random);
  return { raster: page.raster(), boxes: table(new Canvas(WIDTH, HEIGHT, 255), marginsOf(random), random, 0) };
}

function drawScan(random: Random): Drawn {
  const paper = between(random, 190, 255);
  const ink = between(random, 0, 110);
  const page = new Canvas(WIDTH, HEIGHT, paper);
  const area = marginsOf(random);
  const part = chance(random, 0.35) ? { ...area, height: area.height * between(random, 0.12, 0.6) } : area;
  if (chance(random, 0.3)) table(page, part, random, ink);
  else writing(page, part, random, ink, chance(random, 0.15) ? 0.5 : 0);
  if (chance(random, 0.15)) photo(page, spot(random, 0.08, 0.3), random);
  if (chance(random, 0.2)) page.ellipse({ x: between(random, 40, 300), y: between(random, 40, 420), width: 60, height: 40 }, paper - 60); // a stamp
  if (chance(random, 0.2)) page.fill({ x: 0, y: 0, width: between(random, 2, 12), height: HEIGHT }, between(random, 0, 60)); // the lid's shadow
  if (chance(random, 0.2)) surround(page, random);
  page.scanned({ noise: between(random, 0, 30), shade: chance(random, 0.4) ? between(random, 0, 0.45) : 0, turn: between(random, -0.035, 0.035) }, random);
  return { raster: page.raster(), boxes: chance(random, 0.4) ? stamp(random) : [] };
}

function drawPicture(random: Random): Drawn {
  const page = new Canvas(WIDTH, HEIGHT, 255);
  const area = chance(random, 0.4) ? { x: 0, y: 0, width: WIDTH, height: HEIGHT } : spot(random, 0.55, 1);
  const kind = random();
  if (kind < 0.6) photo(page, area, random);
  else if (kind < 0.8) chart(page, area, random);
  else shapes(page, area, random);
  if (chance(random, 0.3)) page.scanned({ noise: between(random, 0, 25), shade: 0, turn: 0 }, random);
  return { raster: page.raster(), boxes: chance(random, 0.5) ? stamp(random) : [] };
}

function marginsOf(random: Random): Rect {
  const [x, y] = [between(random, 15, 55), between(random, 15, 60)];
  return { x, y, width: WIDTH - 2 * x, height: HEIGHT - y - between(random, 15, 60) };
}

/** Somewhere on the page, its sides the given shares of the page's. */
function spot(random: Random, least: number, most: number): Rect {
  const [width, height] = [WIDTH * between(random, least, most), HEIGHT * between(random, least, most)];
  return { x: between(random, 0, WIDTH - width), y: between(random, 0, HEIGHT - height), width, height };
}

/** Paragraphs with headings in one or two columns. @returns the words' boxes */
function writing(page: Canvas, area: Rect, random: Random, ink: number, wobble = 0): Rect[] {
  const columns = chance(random, 0.25) ? 2 : 1;
  const gap = 18;
  const width = (area.width - gap * (columns - 1)) / columns;
  const size = between(random, 4.5, 8.5);
  const step = size * between(random, 1.15, 1.7);
  const boxes: Rect[] = [];
  for (let column = 0; column < columns; column++) {
    const x = area.x + column * (width + gap);
    for (let y = area.y + size; y < area.y + area.height;) {
      const lines = 1 + Math.floor(random() * 8);
      if (chance(random, 0.3)) boxes.push(...page.words({ x, y, width: width * between(random, 0.2, 0.6) }, { size: size * between(random, 1, 1.6), ink, wobble }, random));
      for (let line = 0; line < lines && y < area.y + area.height; line++, y += step) {
        boxes.push(...page.words({ x, y, width: line === lines - 1 ? width * between(random, 0.2, 1) : width }, { size, ink, wobble }, random));
      }
      y += step * between(random, 0.3, 1.6);
    }
  }
  return boxes;
}

/** Rows and columns, ruled or not, cells with a word or two. @returns boxes of words and rules */
function table(page: Canvas, area: Rect, random: Random, ink: number): Rect[] {
  const columns = 3 + Math.floor(random() * 5);
  const size = between(random, 4.5, 7);
  const step = size * between(random, 1.6, 3);
  const ruled = chance(random, 0.75);
  const boxes: Rect[] = [];
  const rule = (box: Rect) => {
    page.fill(box, ink);
    boxes.push(box);
  };
  for (let y = area.y + size * 1.4; y < area.y + area.height; y += step) {
    for (let column = 0; column < columns; column++) {
      const x = area.x + (column * area.width) / columns + 3;
      boxes.push(...page.words({ x, y, width: (area.width / columns) * between(random, 0.2, 0.85) }, { size, ink }, random));
    }
    if (ruled) rule({ x: area.x, y: y + size * 0.5, width: area.width, height: 1 });
  }
  if (ruled && chance(random, 0.7)) for (let column = 0; column <= columns; column++) rule({ x: area.x + (column * area.width) / columns, y: area.y, width: 1, height: area.height });
  return boxes;
}

/** A header, a page number, a scanner program's line: a few drawn words at the top or bottom. */
function stamp(random: Random): Rect[] {
  const lines = 1 + Math.floor(random() * 2);
  const y = chance(random, 0.5) ? between(random, 8, 24) : HEIGHT - between(random, 10, 30);
  return Array.from({ length: lines }, (_, line) => new Canvas(1, 1, 255).words({ x: between(random, 20, 160), y: y + line * 8, width: between(random, 30, 180) }, { size: 6, ink: 0 }, random)).flat();
}

/** Soft noise with objects in it: faces, buildings, horizons. */
function photo(page: Canvas, area: Rect, random: Random): void {
  const dark = between(random, 0, 120);
  page.photograph(area, { dark, light: between(random, dark + 60, 255), roughness: random() }, random);
  const objects = Math.floor(random() * 6);
  for (let i = 0; i < objects; i++) {
    const [width, height] = [area.width * between(random, 0.08, 0.5), area.height * between(random, 0.08, 0.5)];
    const box = { x: area.x + between(random, 0, area.width - width), y: area.y + between(random, 0, area.height - height), width, height };
    if (chance(random, 0.5)) page.ellipse(box, between(random, 0, 255));
    else page.photograph(box, { dark: between(random, 0, 120), light: between(random, 120, 255), roughness: random() }, random);
  }
}

/** Axes with bars or a curve, and a few labels. */
function chart(page: Canvas, area: Rect, random: Random): void {
  page.fill(area, between(random, 235, 255));
  page.fill({ x: area.x + 0.08 * area.width, y: area.y + 0.05 * area.height, width: 1, height: 0.85 * area.height }, 40);
  page.fill({ x: area.x + 0.08 * area.width, y: area.y + 0.9 * area.height, width: 0.88 * area.width, height: 1 }, 40);
  const bars = 3 + Math.floor(random() * 9);
  for (let i = 0; i < bars; i++) {
    const height = area.height * between(random, 0.05, 0.8);
    page.fill({ x: area.x + area.width * (0.1 + (0.86 * i) / bars), y: area.y + 0.9 * area.height - height, width: (area.width * 0.6) / bars, height }, between(random, 30, 200));
  }
}

/** Logos and drawings: flat shapes on paper. */
function shapes(page: Canvas, area: Rect, random: Random): void {
  page.fill(area, between(random, 180, 255));
  for (let i = 0; i < 2 + random() * 8; i++) {
    const [width, height] = [area.width * between(random, 0.05, 0.7), area.height * between(random, 0.03, 0.5)];
    const box = { x: area.x + between(random, 0, area.width - width), y: area.y + between(random, 0, area.height - height), width, height };
    if (chance(random, 0.5)) page.ellipse(box, between(random, 0, 230));
    else page.fill(box, between(random, 0, 230));
  }
}

/** The table on which a photographed sheet lies. */
function surround(page: Canvas, random: Random): void {
  const [left, top] = [between(random, 8, 50), between(random, 8, 50)];
  const dark = between(random, 20, 120);
  for (const box of [
    { x: 0, y: 0, width: left, height: HEIGHT },
    { x: WIDTH - left, y: 0, width: left, height: HEIGHT },
    { x: 0, y: 0, width: WIDTH, height: top },
    { x: 0, y: HEIGHT - top, width: WIDTH, height: top },
  ])
    page.photograph(box, { dark, light: dark + 60, roughness: random() }, random);
}
