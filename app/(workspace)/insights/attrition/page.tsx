/** @file /insights/attrition: for HR leads. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { AttritionScreen } from "../_components/attrition/attrition-screen";
import { INSIGHTS } from "../_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(INSIGHTS)).pages.attrition });

export default async function AttritionPage() {
  await requirePermission("insights:read", "/insights/attrition");
  return <AttritionScreen />;
}
