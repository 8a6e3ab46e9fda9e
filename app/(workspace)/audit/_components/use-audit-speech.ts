/** @file What the audit log's lines need to become words: the person's language and the names as of now. */
"use client";

import { useMemo } from "react";
import { useLanguage } from "@/app/_components/language/language";
import type { AuditPage } from "@/lib/contracts/audit";
import { speechIn, type Speech } from "./audit-text";

export function useAuditSpeech(names: AuditPage["names"]): Speech {
  const language = useLanguage();
  return useMemo(() => speechIn(language, names), [language, names]);
}
