/** @file Time zones of sites. A site whose name we do not know counts as where this server stands: its people share the office's hours. */
const ZONES: Readonly<Record<string, string>> = {
  Rotterdam: "Europe/Amsterdam", Amsterdam: "Europe/Amsterdam", Leeds: "Europe/London", London: "Europe/London", Suzhou: "Asia/Shanghai", Shanghai: "Asia/Shanghai", Beijing: "Asia/Shanghai", Shenzhen: "Asia/Shanghai",
  Berlin: "Europe/Berlin", Paris: "Europe/Paris", Madrid: "Europe/Madrid", "New York": "America/New_York", Chicago: "America/Chicago", "San Francisco": "America/Los_Angeles", Singapore: "Asia/Singapore", Tokyo: "Asia/Tokyo", Bangalore: "Asia/Kolkata", Sydney: "Australia/Sydney",
};

/** @returns an IANA name */
export const timeZoneOf = (site: string): string => ZONES[site] ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
