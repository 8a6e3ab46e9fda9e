/** @file Training that few need: the encoder's last layers, behind a menu, with what it means before it begins. */
"use client";

import { useState } from "react";
import { ChevronDown } from "lucide-react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Menu, MenuItem } from "@/app/_components/ui/menu";
import { TERMS } from "@/app/_components/words";
import { ENCODER } from "./encoder-words";

export function AdvancedTraining({ disabled, onTrain }: { disabled: boolean; onTrain: () => void }) {
  const words = useWords(ENCODER);
  const terms = useWords(TERMS);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Menu trigger={<Button>{words.advanced} <ChevronDown size={14} aria-hidden /></Button>}>
        <MenuItem onSelect={() => setOpen(true)}>{words.train}</MenuItem>
      </Menu>
      {isOpen && (
        <Dialog open onOpenChange={setOpen} title={words.title} description={words.explain} footer={<><Button onClick={() => setOpen(false)}>{terms.cancel}</Button><Button look="solid" disabled={disabled} onClick={() => (setOpen(false), onTrain())}>{words.start}</Button></>}>
          <div className="flex flex-col gap-3 text-base text-ink-2">
            <p>{words.after}</p>
            <p>{words.worth}</p>
          </div>
        </Dialog>
      )}
    </>
  );
}
