/** @file /candidates/<id>: one person by what their résumé says. Recruiters and HR leads only. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { PersonPage } from "@/app/_components/person/person-page";
import { PERSON } from "@/app/_components/person/words";
import { requirePermission } from "@/app/_components/shell/guard";
import { FittingOpenings } from "./_components/fitting-openings";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(PERSON)).title });

export default async function CandidatePage({ params }: { readonly params: Promise<{ id: string }> }) {
  await requirePermission("candidates:read", "/candidates/[id]");
  const { id } = await params;
  return <PersonPage id={id} more={<FittingOpenings id={id} />} />;
}
