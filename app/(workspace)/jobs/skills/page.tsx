/** @file /jobs/skills: the company's own skills, and importing a table of them. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { SkillsScreen } from "./_components/skills-screen";
import { COMPANY_SKILLS } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(COMPANY_SKILLS)).title });

export default async function CompanySkillsPage() {
  await requirePermission("openings:recruit", "/jobs/skills");
  return <SkillsScreen />;
}
