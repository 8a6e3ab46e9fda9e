/** @file Suggested times lie inside both working days, also across continents and the change of the clocks. */
import { describe, expect, it } from "vitest";
import { meetingTimes } from "./meeting-times";

const local = (at: string, timeZone: string) => new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(at));

describe("meetingTimes", () => {
  it("gives one convenient hour per working day", () => {
    expect(meetingTimes({ zones: ["Europe/Amsterdam", "Europe/London"], from: "2026-11-27", count: 3 })).toEqual(["2026-11-27T12:00:00.000Z", "2026-11-30T12:00:00.000Z", "2026-12-01T12:00:00.000Z"]);
  });

  it("stays between 8 and 18 for Rotterdam and Suzhou, in winter and in summer", () => {
    for (const from of ["2026-12-01", "2027-07-01"]) {
      const times = meetingTimes({ zones: ["Europe/Amsterdam", "Asia/Shanghai"], from, count: 4 });
      expect(times).toHaveLength(4);
      for (const at of times) {
        for (const zone of ["Europe/Amsterdam", "Asia/Shanghai"]) {
          const [day = "", clock = ""] = local(at, zone).split(/,? /);
          expect(["Sat", "Sun"]).not.toContain(day);
          expect(clock >= "08:00" && clock <= "17:15", `${zone} ${clock}`).toBe(true);
        }
      }
    }
  });

  it("finds none where the working days never meet", () => {
    expect(meetingTimes({ zones: ["Europe/London", "Pacific/Auckland"], from: "2026-12-01", count: 3 })).toEqual([]);
  });
});
