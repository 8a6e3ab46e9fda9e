/** @file WouldBe: a mentor puts those who wait in order, by mouse or by keyboard, or would rather not; the next round goes by it. */
"use client";

import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button, IconButton } from "@/app/_components/ui/button";
import { orderMentees } from "@/lib/browser/growth-network";
import { moved } from "@/lib/browser/own-order";
import type { WouldBeMentees } from "@/lib/contracts/growth-network";
import type { ApplyMentoring } from "./network-screen";
import { WOULD_BE } from "./would-be-words";
import { WouldBePerson, type Person } from "./would-be-person";

export function WouldBe({ wouldBe, apply }: { wouldBe: WouldBeMentees; apply: ApplyMentoring }) {
  const words = useWords(WOULD_BE);
  const { people, full } = wouldBe;
  return (
    <section aria-labelledby="would-be">
      <h2 id="would-be" className="text-lg font-semibold tracking-tight">
        {words.title}
      </h2>
      {people.length === 0 && <p className="py-2 text-base text-ink-2">{full ? words.full : words.nobody}</p>}
      {people.length > 0 && <Order key={people.map(({ id, standing }) => `${id} ${standing}`).join()} people={people} apply={apply} />}
    </section>
  );
}

function Order({ people, apply }: { people: readonly Person[]; apply: ApplyMentoring }) {
  const words = useWords(WOULD_BE);
  const saved = { order: people.filter(({ standing }) => standing !== "rather-not").map(({ id }) => id), ratherNot: people.filter(({ standing }) => standing === "rather-not").map(({ id }) => id) };
  const [draft, setDraft] = useState(saved);
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const focus = useFocusAfterMove();
  const { order, ratherNot } = draft;
  const isChanged = order.join() !== saved.order.join() || ratherNot.join() !== saved.ratherNot.join();
  const personOf = (id: string) => people.find((person) => person.id === id);
  const nameOf = (id: string) => personOf(id)?.name ?? "";
  const move = (id: string, to: number) => {
    if (to < 0 || to >= order.length) return;
    setDraft({ ...draft, order: moved(order, id, to) });
    setSaid(words.movedTo(nameOf(id), to + 1, order.length));
  };
  const refuse = (id: string) => {
    setDraft({ order: order.filter((each) => each !== id), ratherNot: [...ratherNot, id] });
    setSaid(words.movedOut(nameOf(id)));
    focus.on(`back-${id}`);
  };
  const putBack = (id: string) => {
    setDraft({ order: [...order, id], ratherNot: ratherNot.filter((each) => each !== id) });
    setSaid(words.movedTo(nameOf(id), order.length + 1, order.length + 1));
    focus.on(`not-${id}`);
  };
  const send = async (next: typeof draft, done: string) => {
    setBusy(true);
    await apply(() => orderMentees(next), done);
    setBusy(false);
  };
  const step = (id: string, i: number, by: 1 | -1) => {
    move(id, i + by);
    focus.on(`${by === 1 ? "down" : "up"}-${id}`);
  };
  return (
    <>
      <p className="text-sm text-ink-3">
        {words.says} {words.secret}
      </p>
      <ol aria-label={words.title} className="mt-2">
        {order.map((id, i) => {
          const person = personOf(id);
          if (!person) return null;
          return (
            <li
              key={id}
              className={`flex flex-wrap items-start gap-x-3 gap-y-2 border-t border-rule py-3 ${dragged === id ? "bg-press" : ""}`}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                if (dragged !== id) move(dragged, i);
              }}
              onDrop={(event) => event.preventDefault()}
            >
              <Grip id={id} label={words.drag} onDrag={setDragged} />
              <span className="tabular pt-0.5 text-sm text-ink-3">{i + 1}</span>
              <WouldBePerson person={person} note={person.standing === "open" && saved.order.some((each) => personOf(each)?.standing === "placed") ? words.open : null} />
              <span className="flex items-center">
                <IconButton id={focus.idOf(`up-${id}`)} size="sm" label={words.up(person.name)} icon={<ArrowUp size={14} aria-hidden />} aria-disabled={i === 0} className="aria-disabled:text-rule-2" onClick={() => step(id, i, -1)} />
                <IconButton id={focus.idOf(`down-${id}`)} size="sm" label={words.down(person.name)} icon={<ArrowDown size={14} aria-hidden />} aria-disabled={i === order.length - 1} className="aria-disabled:text-rule-2" onClick={() => step(id, i, 1)} />
                <Button id={focus.idOf(`not-${id}`)} size="sm" look="quiet" aria-label={words.ratherNotTitle(person.name)} onClick={() => refuse(id)}>
                  {words.ratherNot}
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      {ratherNot.length > 0 && (
        <div className="border-t border-rule py-3 text-sm">
          <p className="text-ink-3">{words.ratherNotSays}</p>
          <ul aria-label={words.ratherNot}>
            {ratherNot.map((id) => (
              <li key={id} className="flex items-center justify-between gap-3 py-1">
                {nameOf(id)}
                <Button id={focus.idOf(`back-${id}`)} size="sm" look="quiet" aria-label={words.putBackTitle(nameOf(id))} onClick={() => putBack(id)}>
                  {words.putBack}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="flex flex-wrap gap-2 border-t border-rule pt-3">
        {(isChanged || people.some(({ standing }) => standing === "open")) && (
          <Button size="sm" look={isChanged ? "solid" : "outline"} disabled={busy} onClick={() => void send(draft, words.saved)}>
            {words.save}
          </Button>
        )}
        {isChanged && (
          <Button size="sm" look="quiet" disabled={busy} onClick={() => setDraft(saved)}>
            {words.undo}
          </Button>
        )}
        {!isChanged && people.some(({ standing }) => standing !== "open") && (
          <Button size="sm" look="quiet" disabled={busy} onClick={() => void send({ order: [], ratherNot: [] }, words.cleared)}>
            {words.byFit}
          </Button>
        )}
      </div>
    </>
  );
}

/** For the mouse; the arrows beside it do the same by keyboard, and on screens that are touched. */
function Grip({ id, label, onDrag }: { id: string; label: string; onDrag: (id: string | null) => void }) {
  return (
    <span
      draggable
      title={label}
      aria-hidden
      className="cursor-grab pt-1 text-ink-3 coarse:hidden"
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", id);
        const row = event.currentTarget.closest("li");
        if (row) event.dataTransfer.setDragImage(row, 12, 12);
        onDrag(id);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <GripVertical size={14} />
    </span>
  );
}

/** A row that moves takes its button along, and the focus that was on it with it. */
function useFocusAfterMove() {
  const prefix = useId();
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  });
  const idOf = (name: string) => `${prefix}${name}`;
  return { idOf, on: (name: string) => { wanted.current = idOf(name); } };
}
