/** @file People: the directory with who manages whom, and the relations that open something to someone. */
"use client";

import { FileUp } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { Check } from "@/app/_components/ui/field";
import { SearchField } from "@/app/_components/ui/search-field";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { TERMS } from "@/app/_components/words";
import { loadDirectory } from "@/lib/browser/directory";
import type { DirectoryView, PersonView } from "@/lib/contracts/directory";
import { RemovalDialog } from "../../users/_components/removal-dialog";
import { ImportDialog } from "./import-dialog";
import { ManagerDialog } from "./manager-dialog";
import { PeopleTable } from "./people-table";
import { RelationsPanel } from "./relations-panel";
import { ViewSwitch, type View } from "./view-switch";
import { PEOPLE } from "./words";

type Open = { readonly type: "import" } | { readonly type: "manager" | "remove"; readonly person: PersonView } | null;

const hasNoManager = (person: PersonView) => person.leftOn === null && person.manager !== null && !person.manager.present;

export function PeopleScreen() {
  const words = useWords(PEOPLE);
  const terms = useWords(TERMS);
  const { data, error, reload } = useResource("people", loadDirectory);
  const [view, setView] = useState<View>("directory");
  const [open, setOpen] = useState<Open>(null);
  const present = data?.people.filter((person) => person.leftOn === null) ?? [];
  const unmanaged = present.filter(hasNoManager).length;
  const done = () => {
    setOpen(null);
    reload();
  };
  const summary = data ? [words.summary(present.length), data.extent === "part" ? words.part : null, unmanaged > 0 ? words.unmanaged(unmanaged) : null].filter(Boolean).join(" · ") : terms.loading;
  return (
    <div className="flex h-full flex-col">
      <ScreenHead title={words.title} summary={summary}>
        {data?.extent === "whole" && <ViewSwitch view={view} onChange={setView} />}
        {data?.can.manage && (
          <Button look="solid" onClick={() => setOpen({ type: "import" })}>
            <FileUp size={16} aria-hidden /> {words.import}
          </Button>
        )}
      </ScreenHead>
      {error !== undefined && (
        <div className="px-5 sm:px-8">
          <FailedPanel error={error} onRetry={reload} />
        </div>
      )}
      {!data && error === undefined && (
        <div className="px-5 sm:px-8">
          <WaitingRows rows={12} height={44} label={words.loading} />
        </div>
      )}
      {data && view === "directory" && <Directory data={data} onManager={(person) => setOpen({ type: "manager", person })} onRemove={(person) => setOpen({ type: "remove", person })} />}
      {data && view === "relations" && <RelationsPanel data={data} onChanged={reload} />}
      {open?.type === "import" && <ImportDialog onClose={() => setOpen(null)} onImported={done} />}
      {open?.type === "manager" && <ManagerDialog person={open.person} people={present} onClose={() => setOpen(null)} onChanged={done} />}
      {open?.type === "remove" && open.person.account && <RemovalDialog person={{ userId: open.person.account.id, name: open.person.name }} onClose={() => setOpen(null)} onRemoved={done} />}
    </div>
  );
}

interface DirectoryProps {
  readonly data: DirectoryView;
  readonly onManager: (person: PersonView) => void;
  readonly onRemove: (person: PersonView) => void;
}

function Directory({ data, onManager, onRemove }: DirectoryProps) {
  const words = useWords(PEOPLE);
  const [typed, setTyped] = useState("");
  const [withLeft, setWithLeft] = useState(false);
  const needle = typed.trim().toLocaleLowerCase();
  const fits = ({ name, email, title, department, site, manager }: PersonView) => `${name} ${email} ${title} ${department} ${site} ${manager?.name ?? ""}`.toLocaleLowerCase().includes(needle);
  const shown = data.people.filter((person) => (withLeft || person.leftOn === null) && fits(person));
  if (data.people.length === 0) return <EmptyPanel title={words.empty}>{words.emptySays}</EmptyPanel>;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-5 pb-3 sm:px-8">
        <SearchField label={words.search} value={typed} onChange={setTyped} className="w-full sm:w-80" />
        {data.people.some((person) => person.leftOn !== null) && <Check checked={withLeft} onChange={setWithLeft} label={words.showLeft} />}
      </div>
      <div className="hairline-scroll @container min-h-0 flex-1 overflow-auto px-5 pb-8 sm:px-8">
        {shown.length === 0 ? <p className="py-8 text-base text-ink-2">{words.noneFits(typed.trim())}</p> : <PeopleTable people={shown} can={data.can} onManager={onManager} onRemove={onRemove} />}
      </div>
    </>
  );
}
