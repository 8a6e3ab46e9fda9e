/** @file What makes a group of an SVG picture a button: mouse, Enter and the space bar. */
import type { KeyboardEvent } from "react";

export const pressable = (onPress: () => void) => ({
  role: "button",
  tabIndex: 0,
  onClick: onPress,
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onPress();
  },
});
