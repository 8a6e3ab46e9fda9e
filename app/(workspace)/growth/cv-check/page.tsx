/** @file /growth/cv-check: a CV held against the company's roles, in the browser. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { CvCheckScreen } from "./_components/cv-check-screen";
import { CV } from "./_components/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(CV)).title };
}

export default async function CvCheckPage() {
  await requirePermission("growth:own", "/growth/cv-check");
  return <CvCheckScreen />;
}
