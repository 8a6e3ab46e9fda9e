/** @file OfferingScreen: budget, programmes, courses, roles and moves, each saved by itself. */
"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useWords } from "@/app/_components/language/language";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { changeOffering, loadOffering } from "@/lib/browser/growth-organisation";
import { messageOf } from "@/lib/browser/http";
import type { OfferingAction, OfferingView } from "@/lib/contracts/growth-offering";
import { GrowthFrame } from "../../../_components/growth-frame";
import { BudgetForm } from "./budget-form";
import { Courses } from "./courses";
import { Programmes } from "./programmes";
import { RoleImport } from "./role-import";
import { OFFERING } from "./words";

/** @returns what is there now; null: it failed, and was said */
export type ActOnOffering = (action: OfferingAction, said: (view: OfferingView) => string) => Promise<OfferingView | null>;

export function OfferingScreen() {
  const words = useWords(OFFERING);
  const notify = useNotify();
  const offering = useResource("growth offering", loadOffering);
  const { data } = offering;
  const act: ActOnOffering = async (action, said) => {
    try {
      const next = await changeOffering(action);
      offering.change(() => next);
      notify({ text: said(next) });
      return next;
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
      return null;
    }
  };
  return (
    <GrowthFrame title={words.title} summary={words.summary}>
      <Link href="/growth/organisation" className="mb-5 inline-flex items-center gap-1.5 text-sm text-ink-2 hover:text-ink hover:underline hover:underline-offset-4">
        <ArrowLeft size={14} aria-hidden /> {words.back}
      </Link>
      {offering.waiting && <WaitingRows rows={6} height={64} label={words.title} />}
      {offering.error !== undefined && <FailedPanel error={offering.error} onRetry={offering.reload} />}
      {data && (
        <div className="max-w-3xl space-y-12">
          <BudgetForm budget={data.budget} act={act} />
          <Programmes offering={data} act={act} />
          <Courses offering={data} act={act} />
          <RoleImport offering={data} act={act} />
        </div>
      )}
    </GrowthFrame>
  );
}
