/**
 * @file Keyboard: the palette and the sheet of all shortcuts. Ctrl/Cmd+K works everywhere; single keys can be turned off
 * (WCAG 2.1.4) and are never taken from someone who is typing or from an open dialog.
 */
"use client";

import { useRouter } from "next/navigation";
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { useWords } from "../language/language";
import { Palette } from "../palette/palette";
import { isTyping, SINGLE_KEYS_OFF } from "../single-keys";
import { Dialog } from "../ui/dialog";
import { Check } from "../ui/field";
import { focusMainField, focusMainFieldNow } from "./main-field";
import { KEYS } from "./words";

interface Keyboard {
  readonly showSheet: () => void;
  readonly showPalette: () => void;
}

const Context = createContext<Keyboard>({ showSheet: () => undefined, showPalette: () => undefined });
/** Opens the sheet of shortcuts and the palette. */
export const useKeyboard = () => useContext(Context);

export function Shortcuts({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<"sheet" | "palette" | null>(null);
  const [singleKeys, setSingleKeys] = useState(
    () => typeof localStorage === "undefined" || localStorage.getItem(SINGLE_KEYS_OFF) === null,
  );
  const router = useRouter();

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setShown((before) => (before === "palette" ? null : "palette"));
        return;
      }
      if (!singleKeys || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("[role=dialog],[role=alertdialog],[role=menu]")) return;
      if (event.key === "?") setShown("sheet");
      else if (event.key === "/" && focusMainFieldNow()) event.preventDefault();
      else if (event.key === "n") {
        event.preventDefault();
        router.push("/chat");
        focusMainField();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [router, singleKeys]);

  const toggleSingleKeys = (on: boolean) => {
    setSingleKeys(on);
    if (on) localStorage.removeItem(SINGLE_KEYS_OFF);
    else localStorage.setItem(SINGLE_KEYS_OFF, "1");
  };
  const keyboard = useMemo<Keyboard>(() => ({ showSheet: () => setShown("sheet"), showPalette: () => setShown("palette") }), []);
  const close = (open: boolean) => setShown((before) => (open ? before : null));
  return (
    <Context.Provider value={keyboard}>
      {children}
      <Palette open={shown === "palette"} onOpenChange={close} />
      <Sheet open={shown === "sheet"} onOpenChange={close} singleKeys={singleKeys} onSingleKeys={toggleSingleKeys} />
    </Context.Provider>
  );
}

interface SheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly singleKeys: boolean;
  readonly onSingleKeys: (on: boolean) => void;
}

function Sheet({ open, onOpenChange, singleKeys, onSingleKeys }: SheetProps) {
  const words = useWords(KEYS);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={words.title} width="27rem">
      {GROUPS.map(({ group, shortcuts }) => (
        <section key={group} className="mb-4">
          <h3 className="label pb-0.5">{words.groups[group]}</h3>
          <dl>
            {shortcuts.map(({ keys, does }) => (
              <div key={does} className="flex items-center gap-4 border-b border-rule py-1.5">
                <dt className="order-2 ml-auto flex shrink-0 gap-1">
                  {keys.map((key) => (
                    <kbd key={key} className="key">
                      {KEY_CAPS[key]}
                    </kbd>
                  ))}
                </dt>
                <dd className="text-sm">{words.does[does]}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Check checked={singleKeys} onChange={onSingleKeys} label={words.singleKeys} help={words.singleKeysHelp} />
    </Dialog>
  );
}

/** What stands on the keys, in either language. */
const KEY_CAPS = { control: "Ctrl/⌘", k: "K", n: "N", slash: "/", question: "?", enter: "↵", shift: "⇧", escape: "Esc", up: "↑", down: "↓", left: "←", right: "→" } as const;

interface Shortcut {
  readonly keys: readonly (keyof typeof KEY_CAPS)[];
  readonly does: keyof (typeof KEYS)["en"]["does"];
}

const GROUPS: readonly { readonly group: keyof (typeof KEYS)["en"]["groups"]; readonly shortcuts: readonly Shortcut[] }[] = [
  {
    group: "everywhere",
    shortcuts: [
      { keys: ["control", "k"], does: "palette" },
      { keys: ["n"], does: "newQuestion" },
      { keys: ["slash"], does: "mainField" },
      { keys: ["escape"], does: "close" },
      { keys: ["question"], does: "sheet" },
    ],
  },
  {
    group: "asking",
    shortcuts: [
      { keys: ["enter"], does: "ask" },
      { keys: ["shift", "enter"], does: "newLine" },
      { keys: ["up"], does: "editLast" },
      { keys: ["escape"], does: "stop" },
    ],
  },
  {
    group: "reading",
    shortcuts: [
      { keys: ["left", "right"], does: "pages" },
      { keys: ["up", "down"], does: "lines" },
      { keys: ["enter"], does: "unfold" },
    ],
  },
];
