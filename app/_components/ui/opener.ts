/**
 * @file What a dialog was opened from, so that the focus goes back there when it closes. Our dialogs are opened by state, from
 * buttons and from menus that are gone by then: the library knows no trigger to return to, and would leave the focus nowhere.
 */
const OPENED = "[role=dialog],[role=alertdialog],[role=menu],[data-radix-focus-guard]";
const CONTROLS = "button,a[href],input,select,textarea,summary";

let last: HTMLElement | null = null;

/** The control used last outside of whatever is open. */
function remember({ target }: Event): void {
  const control = target instanceof Element && !target.closest(OPENED) ? target.closest<HTMLElement>(CONTROLS) : null;
  if (control) last = control;
}

if (typeof document !== "undefined") for (const type of ["focusin", "pointerdown"]) document.addEventListener(type, remember, true);

/** For `onCloseAutoFocus`: puts the focus back, unless what opened the dialog is gone. */
export function giveBackFocus(event: Event): void {
  event.preventDefault();
  last?.focus({ preventScroll: true });
}
