/** @file /review/trust: can the labels be trusted? Agreement, each reviewer's quality, gold items, disagreements to decide. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { TrustScreen } from "./_components/trust-screen";
import { TRUST_WORDS } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(TRUST_WORDS)).title });

export default async function TrustPage() {
  await requirePermission("review:judge", "/review/trust");
  return <TrustScreen />;
}
