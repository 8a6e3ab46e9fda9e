/** @file Who is signed in: name and role, theme, shortcuts, sign out; and the promise that nothing leaves. */
"use client";

import { ChevronsUpDown, Keyboard, KeyRound, LogOut } from "lucide-react";
import { useState } from "react";
import { INTERFACE_LANGUAGES, LANGUAGE_NAMES } from "../language/define-words";
import { useChangeLanguage, useFormats, useLanguage, useWords } from "../language/language";
import { Menu, MenuChoice, MenuItem, MenuRule } from "../ui/menu";
import { TERMS } from "../words";
import { leave } from "./leave";
import { useMe } from "./me";
import { OwnPasswordDialog } from "./own-password-dialog";
import { useKeyboard } from "./shortcuts";
import { THEMES, useTheme } from "./theme";
import { SHELL } from "./words";

const LANGUAGE_CHOICES = INTERFACE_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

export function Account() {
  const me = useMe();
  const words = useWords(SHELL);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const language = useLanguage();
  const changeLanguage = useChangeLanguage();
  const [theme, setTheme] = useTheme();
  const { showSheet } = useKeyboard();
  const [changing, setChanging] = useState(false);
  const strongest = me.roles.filter((role) => role !== "employee");
  const roles = formats.list((strongest.length > 0 ? strongest : me.roles).map((role) => terms.role[role]));
  return (
    <div className="border-t border-rule px-3 pt-2 pb-3">
      <Menu
        side="top"
        align="start"
        trigger={
          <button
            type="button"
            className="flex w-full items-center gap-3 rounded-md px-2 py-1.5 text-left hover:bg-press data-[state=open]:bg-press"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm font-medium">{me.name}</span>
              <span className="block truncate text-xs text-ink-3">{roles}</span>
            </span>
            <ChevronsUpDown size={14} aria-hidden className="text-ink-3" />
          </button>
        }
      >
        <p className="truncate px-2.5 pt-1.5 pb-1 text-xs text-ink-3">{me.email}</p>
        <MenuRule />
        <MenuChoice label={words.language} value={language} onChange={changeLanguage} choices={LANGUAGE_CHOICES} />
        <MenuRule />
        <MenuChoice label={words.appearance} value={theme} onChange={setTheme} choices={THEMES.map((value) => ({ value, label: words.themes[value] }))} />
        <MenuRule />
        <MenuItem icon={<Keyboard size={15} />} onSelect={showSheet}>
          {words.shortcuts}
        </MenuItem>
        <MenuItem icon={<KeyRound size={15} />} onSelect={() => setChanging(true)}>
          {words.changePassword}
        </MenuItem>
        <MenuItem icon={<LogOut size={15} />} onSelect={leave}>
          {words.signOut}
        </MenuItem>
      </Menu>
      {changing && <OwnPasswordDialog onClose={() => setChanging(false)} />}
      <p className="mt-1.5 px-2 text-xs text-ink-3">{terms.nothingLeaves}</p>
    </div>
  );
}
