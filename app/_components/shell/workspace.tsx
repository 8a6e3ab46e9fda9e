/** @file The workspace frame: rail left, screen centre, reader right; on narrow windows rail and reader are sheets. */
"use client";

import { Menu as MenuIcon, Search, SquarePen } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Dialog } from "radix-ui";
import { useState, type ReactNode } from "react";
import type { Me } from "@/lib/contracts/people";
import { useWords } from "../language/language";
import { ReaderProvider } from "../reader/reader-context";
import { ReaderDock } from "../reader/reader-dock";
import { IconButton } from "../ui/button";
import { HintProvider } from "../ui/hint";
import { Toasts } from "../ui/toasts";
import { ConnectionLine } from "./connection";
import { ConversationsProvider } from "./conversations";
import { MeProvider } from "./me";
import { NotificationBell } from "./notifications";
import { NotificationCounts } from "./notifications-count";
import { Rail } from "./rail";
import { Shortcuts, useKeyboard } from "./shortcuts";
import { Wordmark } from "./wordmark";
import { SHELL } from "./words";

export function Workspace({ me, children }: { me: Me; children: ReactNode }) {
  const words = useWords(SHELL);
  return (
    <MeProvider me={me}>
      <HintProvider>
        <Toasts>
          <ConversationsProvider>
            <NotificationCounts>
              <ReaderProvider>
                <Shortcuts>
                  <a
                    href="#main"
                    className="fixed top-2 left-2 z-70 -translate-y-16 rounded-md bg-ink px-3 py-2 text-sm text-paper focus:translate-y-0"
                  >
                    {words.skip}
                  </a>
                  <div className="frame flex h-dvh flex-col lg:flex-row">
                    <TopBar />
                    <aside aria-label={words.railLabel} className="hidden w-66 shrink-0 border-r border-rule lg:block">
                      <Rail />
                    </aside>
                    <main id="main" tabIndex={-1} className="relative flex min-h-0 min-w-0 flex-1 flex-col outline-none">
                      <ConnectionLine />
                      <div className="relative min-h-0 flex-1">{children}</div>
                    </main>
                    <ReaderDock />
                  </div>
                </Shortcuts>
              </ReaderProvider>
            </NotificationCounts>
          </ConversationsProvider>
        </Toasts>
      </HintProvider>
    </MeProvider>
  );
}

function TopBar() {
  const words = useWords(SHELL);
  const { showPalette } = useKeyboard();
  const pathname = usePathname();
  const [openAt, setOpenAt] = useState<string | null>(null);
  // The drawer belongs to the page it was opened on: following a link closes it.
  const open = openAt === pathname;
  return (
    <header className="flex h-13 shrink-0 items-center gap-2 border-b border-rule bg-desk px-2 lg:hidden">
      <Dialog.Root open={open} onOpenChange={(next) => setOpenAt(next ? pathname : null)}>
        <Dialog.Trigger asChild>
          <IconButton label={words.menu} icon={<MenuIcon size={19} />} side="bottom" className="size-10" />
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim" />
          <Dialog.Content
            aria-describedby={undefined}
            onOpenAutoFocus={(event) => {
              event.preventDefault();
              (event.target as HTMLElement).focus();
            }}
            className="fixed inset-y-0 left-0 z-50 w-[min(20rem,86vw)] animate-drawer-in shadow-float focus:outline-none"
          >
            <Dialog.Title className="sr-only">{words.menu}</Dialog.Title>
            <Rail />
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
      <Wordmark />
      <IconButton label={words.goToAnything} icon={<Search size={18} />} side="bottom" onClick={showPalette} className="ml-auto size-10" />
      <NotificationBell className="size-10" />
      <Link
        href="/chat"
        aria-label={words.newQuestion}
        className="grid size-10 place-items-center rounded-md text-ink-2 hover:bg-press"
      >
        <SquarePen size={18} aria-hidden />
      </Link>
    </header>
  );
}
