/** @file /documents/<id>/changes: the earlier texts of a document beside what followed them. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { DETAILS } from "../../_components/details-words";
import { ChangesScreen } from "./_components/changes-screen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(DETAILS)).changes };
}

export default async function ChangesPage({ params }: { readonly params: Promise<{ id: string }> }) {
  return <ChangesScreen id={(await params).id} />;
}
