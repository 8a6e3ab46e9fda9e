/** @file The field that a screen marks as its main one: `data-main-field`. `/` and a new question lead there. */
"use client";

/** How long to look for the field of a screen that is only just opening, in milliseconds. */
const WAIT_MS = 2000;

/** Puts the cursor there. @returns false when this screen has none */
export function focusMainFieldNow(): boolean {
  const field = document.querySelector<HTMLElement>("[data-main-field]");
  field?.focus();
  return field !== null;
}

/** The same for the screen that is being opened: again and again until it is there. */
export function focusMainField(): void {
  const until = Date.now() + WAIT_MS;
  const look = () => {
    const there = window.location.pathname === "/chat" && focusMainFieldNow();
    if (!there && Date.now() < until) setTimeout(look, 50);
  };
  look();
}
