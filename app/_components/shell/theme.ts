/** @file Light, dark or the system's choice: kept in a cookie, so that the server's first byte has the right paper. */
"use client";

import { useState } from "react";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

function present(): Theme {
  if (typeof document === "undefined") return "system";
  const value = document.documentElement.dataset.theme;
  return value === "light" || value === "dark" ? value : "system";
}

/** The present theme and its setter; the cookie lives for a year and is read by app/layout.tsx. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(present);
  return [
    theme,
    (next) => {
      setTheme(next);
      if (next === "system") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = next;
      document.cookie = `cadre-theme=${next}; path=/; max-age=31536000; samesite=lax`;
    },
  ];
}
