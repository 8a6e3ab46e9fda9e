/** @file /documents/<id>?start=&end=: one document on its own page, at a passage when the address names one. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { Reader } from "@/app/_components/reader/reader";
import { DOCUMENTS } from "../_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(DOCUMENTS)).one });

interface DocumentPageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function DocumentPage({ params, searchParams }: DocumentPageProps) {
  const { id } = await params;
  const { start, end } = await searchParams;
  const passage = { start: Number(start), end: Number(end) };
  const named = Number.isInteger(passage.start) && Number.isInteger(passage.end) && passage.start >= 0 && passage.end > passage.start;
  return (
    <div className="h-full bg-sheet">
      <h1 className="sr-only">{(await wordsOf(DOCUMENTS)).one}</h1>
      <Reader target={{ documentId: id, title: "", passage: named ? passage : null }} />
    </div>
  );
}
