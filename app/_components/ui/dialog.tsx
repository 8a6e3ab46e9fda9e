/** @file Dialog (a sheet in the middle, from below on phones) and ConfirmDialog (one question, one consequence). */
"use client";

import { X } from "lucide-react";
import { AlertDialog, Dialog as Radix } from "radix-ui";
import { useRef, type ReactNode } from "react";
import { useWords } from "../language/language";
import { useScrollable } from "../use-scrollable";
import { TERMS } from "../words";
import { Button, IconButton } from "./button";
import { giveBackFocus } from "./opener";

const SCRIM = "fixed inset-0 z-40 bg-scrim";
const SHEET =
  "fixed z-50 flex flex-col bg-sheet shadow-float animate-arrive focus:outline-none inset-x-0 bottom-0 max-h-[92dvh] rounded-t-lg sm:inset-auto sm:top-1/2 sm:left-1/2 sm:max-h-[min(44rem,90dvh)] sm:w-[min(92vw,var(--sheet-width))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-lg";

interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly width?: string;
}

export function Dialog({ open, onOpenChange, title, description, children, footer, width = "32rem" }: DialogProps) {
  const terms = useWords(TERMS);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content
          className={SHEET}
          style={{ "--sheet-width": width } as React.CSSProperties}
          onOpenAutoFocus={focusFirstField}
          onCloseAutoFocus={giveBackFocus}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <header className="flex items-start gap-4 px-6 pt-5 pb-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg font-semibold tracking-tight">{title}</Radix.Title>
              {description && (
                <Radix.Description className="mt-0.5 text-sm text-ink-2">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label={terms.close} icon={<X size={17} />} className="-mt-0.5 -mr-2" />
            </Radix.Close>
          </header>
          <Body name={title} className="flex-1 px-6 pt-1 pb-5">{children}</Body>
          {footer && <footer className="flex justify-end gap-2 border-t border-rule px-6 py-3.5">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** What scrolls. Taller than its place and with nothing in it to press, it is a stop for the keyboard, so that the arrow keys scroll it. */
function Body({ name, className, children }: { name: string; className: string; children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  const stop = useScrollable(body, "height");
  return (
    <div ref={body} tabIndex={stop} {...(stop === 0 ? { role: "region", "aria-label": name } : {})} className={`hairline-scroll min-h-0 overflow-y-auto -outline-offset-2 ${className}`}>
      {children}
    </div>
  );
}

/** What is marked with data-first-focus, else the first field, or the dialog itself where there is none: never the cross that closes it. */
function focusFirstField(event: Event): void {
  event.preventDefault();
  const content = event.target as HTMLElement;
  (content.querySelector<HTMLElement>("[data-first-focus]:not([disabled])") ?? content.querySelector<HTMLElement>("input:not([disabled]), textarea, select") ?? content).focus();
}

interface ConfirmProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** What will happen, in one or two sentences. */
  readonly consequence: ReactNode;
  readonly action: string;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
}

export function ConfirmDialog({ open, onOpenChange, title, consequence, action, busy, onConfirm }: ConfirmProps) {
  const terms = useWords(TERMS);
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={SCRIM} />
        <AlertDialog.Content onCloseAutoFocus={giveBackFocus} className={SHEET} style={{ "--sheet-width": "27rem" } as React.CSSProperties}>
          <Body name={title} className="px-6 pt-5 pb-4">
            <AlertDialog.Title className="text-lg font-semibold tracking-tight">{title}</AlertDialog.Title>
            <AlertDialog.Description asChild>
              <div className="mt-1.5 text-sm text-ink-2">{consequence}</div>
            </AlertDialog.Description>
          </Body>
          <footer className="flex justify-end gap-2 px-6 pb-5">
            <AlertDialog.Cancel asChild>
              <Button>{terms.keep}</Button>
            </AlertDialog.Cancel>
            <Button look="danger" onClick={onConfirm} disabled={busy}>
              {action}
            </Button>
          </footer>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
