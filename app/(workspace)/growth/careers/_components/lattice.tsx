/** @file Lattice: roles by job family and grade; a role's box fills as far as one covers it; lines leave one's own role. */
"use client";

import clsx from "clsx";
import { useEffect, useRef } from "react";
import type { InterfaceLanguage } from "@/app/_components/language/define-words";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { pressable } from "@/app/_components/picture/pressable";
import { useScrollable } from "@/app/_components/use-scrollable";
import type { CareerRoleView, CareersView } from "@/lib/contracts/growth-network";
import { CAREERS } from "./words";

const BOX = { width: 122, height: 42, gap: 5 };
const COLUMN = 134;
/** The grades stand in a picture of their own, which does not scroll away. */
const GRADES = 30;
const LEFT = 2;
const HEAD = 40;
const LINE = 13;

interface LatticeProps {
  readonly careers: CareersView;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Rows are as high as their fullest cell; grade 1 lies at the bottom. */
function layout({ roles, families }: CareersView): { readonly places: ReadonlyMap<string, Place>; readonly rows: readonly { readonly grade: number; readonly y: number }[]; readonly height: number; readonly width: number } {
  const grades = [...new Map(roles.map(({ row, grade }) => [row, grade]))].sort((a, b) => b[0] - a[0]);
  const rows: { row: number; grade: number; y: number }[] = [];
  let y = HEAD;
  for (const [row, grade] of grades) {
    rows.push({ row, grade, y });
    const fullest = Math.max(...roles.filter((role) => role.row === row).map(({ slot }) => slot + 1));
    y += fullest * (BOX.height + BOX.gap) + 14;
  }
  const places = new Map(roles.map(({ id, column, row, slot }) => [id, { x: LEFT + column * COLUMN, y: (rows.find((each) => each.row === row)?.y ?? HEAD) + slot * (BOX.height + BOX.gap) }]));
  return { places, rows, height: y, width: LEFT + families.length * COLUMN };
}

export function Lattice({ careers, chosen, onChoose }: LatticeProps) {
  const words = useWords(CAREERS);
  const { places, rows, height, width } = layout(careers);
  const edges = careers.edges.filter(({ from }) => from === careers.here);
  const figure = useRef<HTMLElement>(null);
  const stop = useScrollable(figure);
  const own = careers.here === null ? undefined : places.get(careers.here)?.x;
  useEffect(() => {
    // On a phone the picture is wider than the screen: one's own role is in sight first.
    if (figure.current && own !== undefined) figure.current.scrollLeft = Math.max(0, own + BOX.width / 2 - figure.current.clientWidth / 2);
  }, [own]);
  return (
    <div className="flex min-w-0">
      <svg aria-hidden viewBox={`0 0 ${GRADES} ${height}`} width={GRADES} height={height} className="shrink-0">
        {rows.map(({ grade, y }) => (
          <g key={grade}>
            <line x1={0} x2={GRADES} y1={y - 7} y2={y - 7} className="stroke-rule" />
            <text x={2} y={y + 25} className="fill-ink-3 text-2xs">
              {words.grade(grade)}
            </text>
          </g>
        ))}
      </svg>
      <figure ref={figure} tabIndex={stop} aria-label={words.picture} className="hairline-scroll min-w-0 overflow-x-auto">
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={words.picture} className="text-ink">
          {careers.families.map((family, i) => (
            <text key={family} x={LEFT + i * COLUMN} y={16} className="fill-ink-2 text-2xs font-semibold">
              <title>{family}</title>
              {family.length > 21 ? `${family.slice(0, 20)}…` : family}
            </text>
          ))}
          {rows.map(({ grade, y }) => (
            <line key={grade} x1={0} x2={width} y1={y - 7} y2={y - 7} className="stroke-rule" />
          ))}
          {edges.map(({ from, to, people }) => {
            const [a, b] = [places.get(from), places.get(to)];
            return a && b ? <path key={to} d={curve(a, b)} className={clsx("fill-none transition-colors", to === chosen ? "stroke-ink" : "stroke-ink-3")} strokeWidth={people > 0 ? 1 + Math.min(2.5, people / 4) : 0.75} strokeDasharray={people > 0 ? undefined : "3 3"} /> : null;
          })}
          {careers.roles.map((role) => (
            <RoleBox key={role.id} role={role} place={places.get(role.id) ?? { x: 0, y: 0 }} isHere={role.id === careers.here} isChosen={role.id === chosen} onChoose={onChoose} />
          ))}
        </svg>
      </figure>
    </div>
  );
}

/** From the edge of one box to the edge of the other, leaving and arriving sideways. */
function curve(a: Place, b: Place): string {
  const middle = BOX.height / 2;
  const isRight = b.x >= a.x;
  const [x1, x2] = isRight ? [a.x + BOX.width, b.x === a.x ? b.x + BOX.width : b.x] : [a.x, b.x + BOX.width];
  const bend = b.x === a.x ? 16 : Math.max(14, Math.abs(x2 - x1) / 2);
  const [c1, c2] = isRight ? [x1 + bend, b.x === a.x ? x2 + bend : x2 - bend] : [x1 - bend, x2 + bend];
  return `M${x1} ${a.y + middle} C ${c1} ${a.y + middle}, ${c2} ${b.y + middle}, ${x2} ${b.y + middle}`;
}

/** Letters that a box takes beside each other. */
const WIDE = { en: 20, zh: 10 } as const;

/** At most two lines, broken between words (Chinese: anywhere); what does not fit ends in “…”. */
function titleLines(title: string, language: InterfaceLanguage): string[] {
  const wide = WIDE[language];
  if (title.length <= wide) return [title];
  const space = title.lastIndexOf(" ", wide);
  const end = space > 0 ? space : wide;
  const rest = title.slice(end).trim();
  return [title.slice(0, end), rest.length > wide ? `${rest.slice(0, wide - 1)}…` : rest];
}

interface RoleBoxProps {
  readonly role: CareerRoleView;
  readonly place: Place;
  readonly isHere: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (id: string) => void;
}

function RoleBox({ role, place, isHere, isChosen, onChoose }: RoleBoxProps) {
  const words = useWords(CAREERS);
  const language = useLanguage();
  const title = role.title[language];
  const lines = titleLines(title, language);
  return (
    <g
      {...pressable(() => onChoose(role.id))}
      aria-pressed={isChosen}
      aria-label={`${title}, ${words.grade(role.grade)}, ${Math.round(role.coverage * 100)} %${isHere ? `, ${words.here}` : ""}`}
      className="cursor-pointer outline-none [&:focus-visible>rect:first-of-type]:stroke-2 [&:focus-visible>rect:first-of-type]:stroke-ink"
    >
      <title>{title}</title>
      <rect x={place.x} y={place.y} width={BOX.width} height={BOX.height} rx={3} strokeWidth={isHere || isChosen ? 2 : 1} className={clsx("fill-sheet", isHere || isChosen ? "stroke-ink" : "stroke-rule-2")} />
      <rect x={place.x + 1} y={place.y + BOX.height - 4} width={(BOX.width - 2) * role.coverage} height={3} className="fill-ink" />
      {lines.map((line, i) => (
        <text key={line} x={place.x + 7} y={place.y + (lines.length === 1 ? 23 : 16 + i * LINE)} className={clsx("text-2xs", isHere ? "fill-ink font-semibold" : "fill-ink")}>
          {line}
        </text>
      ))}
    </g>
  );
}
