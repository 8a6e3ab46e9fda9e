/** @file A draft of an e-mail to one applicant; a person changes and sends it. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { LetterEditor } from "@/app/_components/recruiting/letter-editor";
import { LETTER } from "@/app/_components/recruiting/letter-words";
import { Dialog } from "@/app/_components/ui/dialog";
import type { ApplicationView } from "@/lib/contracts/recruiting";

export function DraftDialog({ application, onClose }: { application: ApplicationView; onClose: () => void }) {
  const words = useWords(LETTER);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.title} description={words.says} width="40rem">
      <LetterEditor application={application.id} kind={application.stage === "rejected" ? "rejection" : "invitation"} />
    </Dialog>
  );
}
