/** @file useHeld: export and erasure of a person by their résumé; after an erasure the receipt is shown. */
"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { erasePerson, receiptAddress, saveEverythingHeld } from "@/lib/browser/erasures";
import { ApiError, messageOf } from "@/lib/browser/http";
import { useWords } from "../language/language";
import { useNotify } from "../ui/toasts";
import { HELD } from "./held-words";

/** @param id of the résumé */
export function useHeld(id: string) {
  const words = useWords(HELD);
  const router = useRouter();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      notify({ text: error instanceof ApiError && error.code === "request/conflict" ? words.byApplication : messageOf(error), failed: true });
    }
    setBusy(false);
  };
  return {
    busy,
    save: () => void act(() => saveEverythingHeld(id)),
    erase: () => void act(async () => router.push(receiptAddress((await erasePerson(id)).id))),
  };
}
