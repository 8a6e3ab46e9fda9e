/** @file When training runs by itself: by number of labels, by the clock; off by default. */
"use client";

import { useState } from "react";
import { FORMATS } from "@/app/_components/language/formats";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { TextField } from "@/app/_components/ui/field";
import { messageOf } from "@/lib/browser/http";
import { putTrainingSchedule } from "@/lib/browser/models";
import type { ModelsView } from "@/lib/contracts/learning";
import { MODELS } from "./words";

export function ScheduleDialog({ schedule, onClose, onSaved }: { schedule: ModelsView["schedule"]; onClose: () => void; onSaved: () => void }) {
  const words = useWords(MODELS);
  const formats = FORMATS[useLanguage()];
  const [every, setEvery] = useState(schedule.everyLabels?.toString() ?? "");
  const [cron, setCron] = useState(schedule.cron ?? "");
  const [fault, setFault] = useState<string | null>(null);
  const save = async () => {
    try {
      await putTrainingSchedule({ everyLabels: every.trim() === "" ? null : Number(every), cron: cron.trim() === "" ? null : cron.trim() });
      onSaved();
    } catch (error) {
      setFault(messageOf(error));
    }
  };
  return (
    <Dialog open onOpenChange={onClose} title={words.planTitle} description={words.planText} footer={<Button look="solid" onClick={() => void save()}>{words.save}</Button>}>
      <div className="flex flex-col gap-4">
        <TextField label={words.every} help={words.everyHelp} inputMode="numeric" value={every} onChange={(event) => setEvery(event.target.value)} />
        <TextField label={words.cron} help={schedule.next === null ? words.cronHelp : words.nextRun(formats.dayTime(schedule.next))} error={fault} value={cron} onChange={(event) => setCron(event.target.value)} />
      </div>
    </Dialog>
  );
}
