/** @file The last item was a check: how one's grades compare with what is known, and where the model had put the passage. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import type { GoldResult } from "@/lib/contracts/review";
import { keyText, type Keys } from "./use-review-keys";
import { REVIEW_WORDS } from "./words";

export function GoldStrip({ gold, open, keys, onToggle, onClose }: { gold: GoldResult; open: boolean; keys: Keys; onToggle: () => void; onClose: () => void }) {
  const words = useWords(REVIEW_WORDS);
  const { verdict } = gold;
  return (
    <section aria-label={words.gold.title} className="mx-4 mb-3 animate-arrive border-l-2 border-rule-2 bg-desk px-4 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1">
          <span className="font-medium">{words.gold.title}.</span>{" "}
          {verdict.mine === verdict.reference ? words.gold.agreed(gold.agreed, gold.compared) : `${words.gold.verdictDiffers} ${words.gold[verdict.reference]}`}
        </p>
        {gold.passages.length > 0 && (
          <Button size="sm" look="quiet" aria-expanded={open} onClick={onToggle}>
            {words.actions.result} <kbd className="key">{keyText(keys.result)}</kbd>
          </Button>
        )}
        <Button size="sm" look="quiet" onClick={onClose}>
          {words.gold.close}
        </Button>
      </div>
      {open && (
        <>
          <p className="mt-1 text-ink-2">{gold.question}</p>
          <table className="mt-1 w-full max-w-xl text-left tabular">
            <thead className="label">
              <tr>
                <th scope="col" className="font-[550]">{words.passages}</th>
                <th scope="col" className="w-16 font-[550]">{words.gold.yours}</th>
                <th scope="col" className="w-16 font-[550]">{words.gold.right}</th>
                <th scope="col" className="w-24 font-[550]">{words.gold.model}</th>
              </tr>
            </thead>
            <tbody>
              {gold.passages.map((passage) => (
                <tr key={passage.chunkId}>
                  <td className="truncate pr-3">{passage.title}</td>
                  <td className={passage.mine !== null && passage.mine !== passage.reference ? "text-no" : ""}>{passage.mine ?? words.gold.notGraded}</td>
                  <td>{passage.reference}</td>
                  <td>{passage.modelRank ?? words.gold.notGraded}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
