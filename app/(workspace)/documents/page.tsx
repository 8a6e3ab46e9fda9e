/** @file /documents: what the company has given Cadre to read. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { DocumentsScreen } from "./_components/documents-screen";
import { DOCUMENTS } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(DOCUMENTS)).title });

export default function DocumentsPage() {
  return <DocumentsScreen />;
}
