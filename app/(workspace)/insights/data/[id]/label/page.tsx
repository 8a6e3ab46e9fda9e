/** @file /insights/data/:id/label: label the comments of a table by keyboard. HR leads only. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { LABEL_FIELDS } from "@/lib/contracts/insights";
import { LabelScreen } from "../../../_components/labels/label-screen";
import { LABELS } from "../../../_components/labels/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(LABELS)).title });

export default async function LabelPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<{ field?: string }> }) {
  await requirePermission("insights:manage", "/insights/data");
  const asked = (await searchParams).field;
  const field = LABEL_FIELDS.find((one) => one === asked) ?? "sentiment";
  return <LabelScreen key={field} id={(await params).id} field={field} />;
}
