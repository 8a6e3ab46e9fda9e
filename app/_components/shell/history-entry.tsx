/** @file One line of the history: open, rename in place, delete after a question. */
"use client";

import clsx from "clsx";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { messageOf } from "@/lib/browser/http";
import type { ConversationSummary } from "@/lib/contracts/chat";
import { useWords } from "../language/language";
import { useChatKeptUntil } from "../retention";
import { ConfirmDialog } from "../ui/dialog";
import { Menu, MenuItem } from "../ui/menu";
import { useNotify } from "../ui/toasts";
import { langOf, TERMS } from "../words";
import { useConversations } from "./conversations";
import { SHELL } from "./words";

export function HistoryEntry({ entry, current }: { entry: ConversationSummary; current: boolean }) {
  const words = useWords(SHELL);
  const terms = useWords(TERMS);
  const { rename, remove } = useConversations();
  const notify = useNotify();
  const router = useRouter();
  const keptUntil = useChatKeptUntil(entry.updatedAt);
  const [renaming, setRenaming] = useState(false);
  const [deleting, setDeleting] = useState(false);

  const saveTitle = async (title: string) => {
    setRenaming(false);
    const next = title.trim();
    if (!next || next === entry.title) return;
    try {
      await rename(entry.id, next);
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
  };
  const confirmDelete = async () => {
    try {
      await remove(entry.id);
      setDeleting(false);
      notify({ text: words.chatDeleted });
      if (current) router.push("/chat");
    } catch (error) {
      setDeleting(false);
      notify({ text: messageOf(error), failed: true });
    }
  };

  if (renaming) return <TitleInput title={entry.title} onDone={(title) => void saveTitle(title)} />;
  return (
    <li className="group relative">
      <Link
        href={`/chat/${entry.id}`}
        aria-current={current ? "page" : undefined}
        lang={langOf(entry.title)}
        title={keptUntil}
        className={clsx(
          "block truncate rounded-md py-1 pr-8 pl-2 text-sm coarse:py-2",
          current ? "bg-press font-medium text-ink" : "text-ink-2 hover:bg-press hover:text-ink",
        )}
      >
        {entry.title}
      </Link>
      <Menu
        trigger={
          <button
            type="button"
            aria-label={terms.actionsFor(entry.title)}
            className="absolute top-0.5 right-1 grid size-6 place-items-center rounded-md text-ink-3 opacity-0 group-hover:opacity-100 hover:text-ink focus-visible:opacity-100 data-[state=open]:opacity-100 coarse:size-8 coarse:opacity-100"
          >
            <Ellipsis size={15} aria-hidden />
          </button>
        }
      >
        <MenuItem icon={<Pencil size={14} />} onSelect={() => setRenaming(true)}>
          {terms.rename}
        </MenuItem>
        <MenuItem icon={<Trash2 size={14} />} danger onSelect={() => setDeleting(true)}>
          {terms.delete}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={words.deleteChat}
        consequence={
          <>
            <span lang={langOf(entry.title)}>{terms.quoted(entry.title)}</span>
            {words.chatGoes}
          </>
        }
        action={words.deleteChatAction}
        onConfirm={() => void confirmDelete()}
      />
    </li>
  );
}

function TitleInput({ title, onDone }: { title: string; onDone: (title: string) => void }) {
  const words = useWords(SHELL);
  const [text, setText] = useState(title);
  return (
    <li>
      <input
        autoFocus
        aria-label={words.newTitle}
        value={text}
        maxLength={200}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => onDone(text)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onDone(text);
          if (event.key === "Escape") onDone(title);
        }}
        className="h-7 w-full rounded-md border border-ink bg-sheet px-1.5 text-sm focus:outline-none"
      />
    </li>
  );
}
