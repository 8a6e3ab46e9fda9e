/**
 * @file Keyboard shortcuts: the sheet that lists them, the listener, and the switch for single-key ones
 * (WCAG 2.1.4: they can be turned off). Never takes a key from someone who is typing or from an open dialog.
 */
"use client";

import { useRouter } from "next/navigation";
import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { Dialog } from "../ui/dialog";
import { Check } from "../ui/field";

const Context = createContext<() => void>(() => undefined);
/** Returns a function that shows the sheet. */
export const useShortcutSheet = () => useContext(Context);

const STORED_OFF = "cadre-single-keys-off";

const SHORTCUTS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ["Ctrl/⌘", "K"], does: "New question" },
  { keys: ["/"], does: "Go to the question or search field" },
  { keys: ["Enter"], does: "Ask" },
  { keys: ["Shift", "Enter"], does: "New line in a question" },
  { keys: ["Esc"], does: "Stop an answer; close the reader, a menu or a dialog" },
  { keys: ["↑"], does: "In an empty question field: edit the last question" },
  { keys: ["?"], does: "This list" },
];

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

export function Shortcuts({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false);
  const [singleKeys, setSingleKeys] = useState(
    () => typeof localStorage === "undefined" || localStorage.getItem(STORED_OFF) === null,
  );
  const router = useRouter();

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && !event.shiftKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        router.push("/chat");
        focusMainField();
        return;
      }
      if (!singleKeys || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("[role=dialog],[role=alertdialog],[role=menu]")) return;
      if (event.key === "?") setShown(true);
      else if (event.key === "/" && focusMainField()) event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [router, singleKeys]);

  const toggleSingleKeys = (on: boolean) => {
    setSingleKeys(on);
    if (on) localStorage.removeItem(STORED_OFF);
    else localStorage.setItem(STORED_OFF, "1");
  };

  return (
    <Context.Provider value={() => setShown(true)}>
      {children}
      <Dialog open={shown} onOpenChange={setShown} title="Keyboard shortcuts" width="27rem">
        <dl className="mb-4">
          {SHORTCUTS.map(({ keys, does }) => (
            <div key={does} className="flex items-center gap-4 border-b border-rule py-2">
              <dt className="order-2 ml-auto flex shrink-0 gap-1">
                {keys.map((key) => (
                  <kbd key={key} className="key">
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd className="text-sm">{does}</dd>
            </div>
          ))}
        </dl>
        <Check
          checked={singleKeys}
          onChange={toggleSingleKeys}
          label="Single-key shortcuts"
          help="Turn off when you dictate or use a screen reader's own keys."
        />
      </Dialog>
    </Context.Provider>
  );
}

/** The field that a screen marks as its main one: `data-main-field`. */
function focusMainField(): boolean {
  const field = document.querySelector<HTMLElement>("[data-main-field]");
  field?.focus();
  return field !== null;
}
