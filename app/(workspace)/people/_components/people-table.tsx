/** @file The table of people: post, place, who manages them, and whether they have an account. */
"use client";

import clsx from "clsx";
import { Ellipsis, Network, UserMinus } from "lucide-react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { useMe } from "@/app/_components/shell/me";
import { Menu, MenuItem } from "@/app/_components/ui/menu";
import { langOf, TERMS } from "@/app/_components/words";
import type { DirectoryView, PersonView } from "@/lib/contracts/directory";
import { PEOPLE } from "./words";

interface PeopleTableProps {
  readonly people: readonly PersonView[];
  readonly can: DirectoryView["can"];
  readonly onManager: (person: PersonView) => void;
  readonly onRemove: (person: PersonView) => void;
}

export function PeopleTable({ people, can, onManager, onRemove }: PeopleTableProps) {
  const words = useWords(PEOPLE);
  const terms = useWords(TERMS);
  const employment = people.some((person) => person.employment !== null);
  return (
    <table className="w-full table-fixed border-collapse text-left text-sm">
      <caption className="sr-only">{words.directory}</caption>
      <thead className="sticky top-0 z-10 bg-paper">
        <tr className="label h-9 border-b border-rule-2">
          <th scope="col" className="w-[30%] pr-4 font-[550] @max-[40rem]:w-1/2">{words.head.name}</th>
          <th scope="col" className="pr-4 font-[550] @max-[52rem]:hidden">{words.head.department}</th>
          <th scope="col" className="w-28 pr-4 font-[550] @max-[40rem]:hidden">{words.head.site}</th>
          <th scope="col" className="pr-4 font-[550]">{words.head.manager}</th>
          {employment && <th scope="col" className="w-28 pr-4 font-[550] @max-[64rem]:hidden">{words.head.contract}</th>}
          <th scope="col" className="w-20 pr-4 font-[550] @max-[58rem]:hidden">{words.head.account}</th>
          {(can.manage || can.remove) && (
            <th scope="col" className="w-9">
              <span className="sr-only">{terms.actions}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} employment={employment} can={can} onManager={onManager} onRemove={onRemove} />
        ))}
      </tbody>
    </table>
  );
}

function PersonRow({ person, employment, can, onManager, onRemove }: Omit<PeopleTableProps, "people"> & { person: PersonView; employment: boolean }) {
  const words = useWords(PEOPLE);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const me = useMe();
  const gone = person.leftOn !== null;
  const quiet = gone ? "text-ink-3" : "text-ink-2";
  return (
    <tr className={clsx("h-12 border-b border-rule hover:bg-desk", gone && "text-ink-3")}>
      <td className="py-1 pr-4">
        <span lang={langOf(person.name)} className="block truncate font-medium">
          {person.name}
        </span>
        <span lang={langOf(person.title)} className="block truncate text-xs text-ink-3">
          {person.leftOn ? words.left(formats.day(person.leftOn)) : person.title}
        </span>
      </td>
      <td className={clsx("truncate pr-4 @max-[52rem]:hidden", quiet)}>{person.department}</td>
      <td className={clsx("truncate pr-4 @max-[40rem]:hidden", quiet)}>{person.site}</td>
      <td className={clsx("truncate pr-4", quiet)}>
        <ManagerName person={person} />
      </td>
      {employment && <td className={clsx("truncate pr-4 @max-[64rem]:hidden", quiet)}>{person.employment?.contract}</td>}
      <td className={clsx("pr-4 @max-[58rem]:hidden", quiet)}>{person.account === null ? words.noAccount : person.account.disabled ? words.disabledAccount : words.hasAccount}</td>
      {(can.manage || can.remove) && (
        <td className="text-right">
          {!gone && (can.manage || person.account !== null) && (
            <Menu
              trigger={
                <button type="button" aria-label={terms.actionsFor(person.name)} className="grid size-8 place-items-center rounded-md text-ink-3 hover:bg-press hover:text-ink data-[state=open]:bg-press coarse:size-10">
                  <Ellipsis size={17} aria-hidden />
                </button>
              }
            >
              {can.manage && (
                <MenuItem icon={<Network size={15} />} onSelect={() => onManager(person)}>
                  {words.changeManager}
                </MenuItem>
              )}
              {can.remove && person.account !== null && (
                <MenuItem icon={<UserMinus size={15} />} danger disabled={person.account.id === me.id} onSelect={() => onRemove(person)}>
                  {words.remove}
                </MenuItem>
              )}
            </Menu>
          )}
        </td>
      )}
    </tr>
  );
}

function ManagerName({ person }: { person: PersonView }) {
  const words = useWords(PEOPLE);
  if (person.manager === null) return <span className="text-ink-3">{words.noManager}</span>;
  if (!person.manager.present) return <span className="text-no">{words.managerLeft(person.manager.name)}</span>;
  return <span lang={langOf(person.manager.name)}>{person.manager.name}</span>;
}
