/** @file Picture: people as marks of their site or team, ties as lines; whoever is chosen stands out with those they work with. */
"use client";

import clsx from "clsx";
import { useMemo } from "react";
import { useWords } from "@/app/_components/language/language";
import { markOf } from "@/app/_components/picture/marks";
import { pressable } from "@/app/_components/picture/pressable";
import { tiesWith, type GraphPerson, type ShownGraph } from "@/lib/browser/collaboration-filter";
import { forceLayout, type Point } from "@/lib/browser/force-layout";
import { GRAPH } from "./words";

const BOX = { width: 760, height: 540, margin: 46 };
/** With more people than this only the chosen one and those around them are named in the picture. */
const MOST_NAMES = 60;
const MARK_SCALE = 1.9;

interface PictureProps {
  readonly graph: ShownGraph;
  readonly groupBy: "site" | "team";
  /** All groups, also those without anybody shown: a group keeps its mark. */
  readonly groups: readonly string[];
  readonly me: string;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

export function Picture({ graph, groupBy, groups, me, chosen, onChoose }: PictureProps) {
  const words = useWords(GRAPH);
  const { people, ties } = graph;
  const places = useMemo(() => forceLayout(people.map((person) => ({ id: person.id, group: person[groupBy] })), ties, BOX), [people, ties, groupBy]);
  const near = new Set(chosen === null ? [] : [chosen, ...tiesWith(chosen, graph).map(({ other }) => other.id)]);
  const isFaint = (id: string) => chosen !== null && !near.has(id);
  const most = [...people].map(({ id, name }) => ({ name, n: tiesWith(id, graph).length })).filter(({ n }) => n > 0).sort((a, b) => b.n - a.n).slice(0, 3);
  return (
    <figure className="min-w-0">
      <div className="hairline-scroll overflow-x-auto rounded-md border border-rule bg-sheet">
        <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="group" aria-label={words.picture(people.length, ties.length, most.map(({ name, n }) => `${name} (${n})`).join(", "))} className="w-full min-w-[40rem]">
          {ties.map(({ a, b, weight }) => {
            const [from, to] = [places.get(a), places.get(b)];
            const isOwn = a === chosen || b === chosen;
            return from && to ? <line key={`${a} ${b}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} className={clsx("transition-opacity", isOwn ? "stroke-ink" : "stroke-ink-3")} strokeWidth={0.6 + 1.6 * Math.min(1.5, weight)} opacity={chosen === null ? 0.45 : isOwn ? 0.9 : 0.1} /> : null;
          })}
          {people.map((person) => (
            <Someone key={person.id} person={person} place={places.get(person.id) ?? { x: 0, y: 0 }} group={groups.indexOf(person[groupBy])} isMe={person.id === me} isChosen={person.id === chosen} isFaint={isFaint(person.id)} isNamed={people.length <= MOST_NAMES || near.has(person.id)} ties={tiesWith(person.id, graph).length} onChoose={onChoose} />
          ))}
        </svg>
      </div>
      <figcaption>
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
          {groups.filter((group) => people.some((person) => person[groupBy] === group)).map((group) => (
            <li key={group} className="flex items-center gap-1.5">
              <svg viewBox="-5 -5 10 10" width={13} height={13} aria-hidden>
                <path d={markOf(groups.indexOf(group)).shape} fill={markOf(groups.indexOf(group)).shade} />
              </svg>
              {group}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

interface SomeoneProps {
  readonly person: GraphPerson;
  readonly place: Point;
  readonly group: number;
  readonly isMe: boolean;
  readonly isChosen: boolean;
  readonly isFaint: boolean;
  readonly isNamed: boolean;
  readonly ties: number;
  readonly onChoose: (id: string) => void;
}

/** Chinese names are called whole; others by the first one. */
const shortName = (name: string): string => (/\p{Script=Han}/u.test(name) ? name : (name.split(" ")[0] ?? name));

function Someone({ person, place, group, isMe, isChosen, isFaint, isNamed, ties, onChoose }: SomeoneProps) {
  const words = useWords(GRAPH);
  const { shape, shade } = markOf(group);
  return (
    <g
      {...pressable(() => onChoose(person.id))}
      aria-pressed={isChosen}
      aria-label={[person.name, isMe ? words.you : "", person.team, person.site, words.ties(ties)].filter(Boolean).join(", ")}
      transform={`translate(${place.x.toFixed(1)},${place.y.toFixed(1)})`}
      className="cursor-pointer outline-none [&:focus-visible>circle]:stroke-2"
      opacity={isFaint ? 0.25 : 1}
    >
      <title>{`${person.name} · ${person.title} · ${person.team} · ${person.site}`}</title>
      <circle r={13} className={clsx("fill-sheet [&]:stroke-ink", isChosen ? "stroke-2" : isMe ? "stroke-1" : "[stroke-width:0]")} />
      <path d={shape} transform={`scale(${MARK_SCALE})`} fill={shade} />
      {isNamed && (
        <text y={24} textAnchor="middle" fontSize={11} fontWeight={isChosen || isMe ? 600 : 400} fill="var(--ink)" stroke="var(--sheet)" strokeWidth={3} paintOrder="stroke">
          {shortName(person.name)}
        </text>
      )}
    </g>
  );
}
