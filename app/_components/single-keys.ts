/** @file Single-key shortcuts: when a key may be taken for one (WCAG 2.1.4: they can be turned off, and never act while someone types). */

/** In local storage once single keys are turned off, on the shell's sheet of shortcuts. */
export const SINGLE_KEYS_OFF = "cadre-single-keys-off";

export const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** No modifier, nobody types, no dialog or menu is open, and they are not turned off. */
export function isSingleKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false;
  return localStorage.getItem(SINGLE_KEYS_OFF) === null && !document.querySelector("[role=dialog],[role=alertdialog],[role=menu]");
}
