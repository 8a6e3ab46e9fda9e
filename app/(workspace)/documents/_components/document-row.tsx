/** @file One document in the table: open it, see how far it is, do something about it. */
"use client";

import { CalendarClock, Download, Ellipsis, Eraser, FileText, History, KeyRound, Package, Pencil, RotateCw, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { useReader } from "@/app/_components/reader/reader-context";
import { EraseDialog } from "@/app/_components/recruiting/erase-dialog";
import { HELD } from "@/app/_components/recruiting/held-words";
import { useHeld } from "@/app/_components/recruiting/use-held";
import { Menu, MenuItem, MenuRule } from "@/app/_components/ui/menu";
import { useNotify } from "@/app/_components/ui/toasts";
import { langOf, principalText, TERMS } from "@/app/_components/words";
import { downloadFile, retryDocument } from "@/lib/browser/documents";
import { messageOf } from "@/lib/browser/http";
import { problemOf, warningText } from "@/lib/browser/problem";
import type { DocumentView } from "@/lib/contracts/documents";
import { AccessDialog } from "./access-dialog";
import { DeleteDialog } from "./delete-dialog";
import { DetailsDialog } from "./details-dialog";
import { DETAILS } from "./details-words";
import { DocumentState } from "./document-state";
import { RenameDialog } from "./rename-dialog";
import { TermsLine } from "./terms-line";
import type { LiveDocuments } from "./use-documents";
import { DOCUMENTS } from "./words";

type RowDialog = "details" | "access" | "rename" | "erase" | "delete";

export function DocumentRow({ document, live }: { document: DocumentView; live: LiveDocuments }) {
  const words = useWords(DOCUMENTS);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const language = useLanguage();
  const reader = useReader();
  const [dialog, setDialog] = useState<RowDialog | null>(null);
  const ready = document.status === "ready";
  const open = () => reader.open({ documentId: document.id, title: document.title, passage: null });
  const problem = document.error ? problemOf(document.error, language).sentence : null;
  const retry = useRetry(document, live.put);
  const warning = document.warnings[0] === undefined ? null : warningText(document.warnings[0], language);
  return (
    <tr className="group/row h-12 border-b border-rule hover:bg-desk">
      <td className="py-1.5 pr-4">
        {ready ? (
          <button
            type="button"
            lang={langOf(document.title)}
            onClick={open}
            className="block max-w-full truncate text-left font-medium underline decoration-transparent underline-offset-4 hover:decoration-ink"
          >
            {document.title}
          </button>
        ) : (
          <span lang={langOf(document.title)} className="block truncate font-medium">
            {document.title}
          </span>
        )}
        {problem ? (
          <span className="block text-xs text-no">{problem}</span>
        ) : document.terms && !warning ? (
          <TermsLine terms={document.terms} />
        ) : (
          <span className="block truncate text-xs text-ink-3" title={document.source}>
            {warning ?? `${document.source} · ${formats.size(document.sizeBytes)}`}
          </span>
        )}
      </td>
      <td className="pr-4 text-ink-2 @max-[46rem]:hidden">{terms.kind[document.kind]}</td>
      <td className="pr-4">
        <DocumentState document={document} />
        {retry && (
          <button type="button" onClick={retry} className="ml-3 font-medium underline underline-offset-4 hover:text-ink-2 coarse:py-2">
            {terms.tryAgain}
          </button>
        )}
      </td>
      <td className="pr-4 text-right text-ink-2 tabular @max-[58rem]:hidden">{document.pages ?? "–"}</td>
      <td className="pr-4 text-right text-ink-2 tabular @max-[58rem]:hidden">{ready ? document.chunks : "–"}</td>
      <td className="truncate pr-4 pl-6 text-ink-2 @max-[58rem]:hidden">
        {document.acl.length === 0 ? words.nobody : formats.list(document.acl.map((principal) => principalText(principal, terms)))}
      </td>
      <td className="pr-4 whitespace-nowrap text-ink-2 tabular @max-[46rem]:hidden">{formats.day(document.createdAt)}</td>
      <td className="text-right">
        <RowMenu document={document} onOpen={open} onDialog={setDialog} onRetry={retry} />
        {dialog === "details" && <DetailsDialog document={document} documents={live.documents ?? []} onClose={() => setDialog(null)} />}
        {dialog === "access" && <AccessDialog document={document} onClose={() => setDialog(null)} onSaved={live.put} />}
        {dialog === "rename" && <RenameDialog document={document} onClose={() => setDialog(null)} onSaved={live.put} />}
        {dialog === "erase" && <EraseDialog id={document.id} name={document.title} onClose={() => setDialog(null)} />}
        {dialog === "delete" && <DeleteDialog document={document} onClose={() => setDialog(null)} onDeleted={live.drop} />}
      </td>
    </tr>
  );
}

/** Reads a failed file again, where this person may ask for it. */
function useRetry(document: DocumentView, onChanged: (document: DocumentView) => void): (() => void) | null {
  const notify = useNotify();
  if (!document.can.manage || (document.status !== "failed" && document.status !== "needs_ocr")) return null;
  const retry = async () => {
    try {
      await retryDocument(document.id);
      onChanged({ ...document, status: "queued", error: null, progress: null });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
  };
  return () => void retry();
}

interface RowMenuProps {
  readonly document: DocumentView;
  readonly onOpen: () => void;
  readonly onDialog: (dialog: RowDialog) => void;
  /** Null when there is nothing to try again, or not by this person. */
  readonly onRetry: (() => void) | null;
}

function RowMenu({ document, onOpen, onDialog, onRetry }: RowMenuProps) {
  const words = useWords(DOCUMENTS);
  const terms = useWords(TERMS);
  const details = useWords(DETAILS);
  const router = useRouter();
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={terms.actionsFor(document.title)}
          className="grid size-8 place-items-center rounded-md text-ink-3 hover:bg-press hover:text-ink data-[state=open]:bg-press coarse:size-10"
        >
          <Ellipsis size={17} aria-hidden />
        </button>
      }
    >
      <MenuItem icon={<FileText size={15} />} disabled={document.status !== "ready"} onSelect={onOpen}>
        {terms.open}
      </MenuItem>
      <MenuItem icon={<Download size={15} />} onSelect={() => downloadFile(document.id)}>
        {words.download}
      </MenuItem>
      {document.versions > 0 && (
        <MenuItem icon={<History size={15} />} onSelect={() => router.push(`/documents/${document.id}/changes`)}>
          {details.changes}
        </MenuItem>
      )}
      {document.can.manage && (
        <>
          <MenuRule />
          {onRetry && (
            <MenuItem icon={<RotateCw size={15} />} onSelect={onRetry}>
              {terms.tryAgain}
            </MenuItem>
          )}
          {document.kind !== "resume" && (
            <MenuItem icon={<CalendarClock size={15} />} onSelect={() => onDialog("details")}>
              {details.title}
            </MenuItem>
          )}
          <MenuItem icon={<KeyRound size={15} />} onSelect={() => onDialog("access")}>
            {words.whoMayRead}
          </MenuItem>
          <MenuItem icon={<Pencil size={15} />} onSelect={() => onDialog("rename")}>
            {terms.rename}
          </MenuItem>
        </>
      )}
      {document.kind === "resume" && document.can.delete && <HeldItems document={document} onErase={() => onDialog("erase")} />}
      {document.kind !== "resume" && document.can.delete && (
        <MenuItem icon={<Trash2 size={15} />} danger onSelect={() => onDialog("delete")}>
          {terms.delete}
        </MenuItem>
      )}
    </Menu>
  );
}

/** What the person of a résumé may ask for, whether it could be read or not; nobody needs an application for it. This is how a résumé is deleted. */
function HeldItems({ document, onErase }: { document: DocumentView; onErase: () => void }) {
  const words = useWords(HELD);
  const { save } = useHeld(document.id);
  return (
    <>
      <MenuRule />
      <MenuItem icon={<Package size={15} />} onSelect={save}>
        {words.export}
      </MenuItem>
      <MenuItem icon={<Eraser size={15} />} danger onSelect={onErase}>
        {words.erase}
      </MenuItem>
    </>
  );
}
