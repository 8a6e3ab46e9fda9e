import { describe, expect, test } from "vitest";
import { splitSentences } from "../../../knowledge/chunk/sentences";
import { checkSupport, type Source } from "./support";

const source = (text: string, headings: string[] = [], documentTitle = "Handbook"): Source => ({ text, start: 100, documentTitle, headings });
const leave = source(
  "Full-time employees have 26 days of annual leave per calendar year. Part-time employees have leave in proportion to their weekly hours. You may carry over up to five unused days into the next year. They lapse on 31 March.",
  ["Annual leave"],
);
const expenses = source("The hotel limit is 140 euros per night in cities and 110 euros elsewhere. Breakfast is included. Upload receipts to Tally within 30 days. Claims without a receipt are not paid.", ["Travel"]);
const bicycles = source("Bicycles stand in the courtyard. They must not be brought into the building.", ["Bicycles"]);
const sick = source("Call your manager before 9:00 on the first day you are ill. From the fourth day on, send a doctor's certificate to People Operations. Sick pay is 100 percent of your salary for the first eight weeks.", ["Sick leave"]);
const remote = source("You may work from home at most two days per week. Working from abroad is allowed only with written approval from HR.", ["Remote work"]);
const attendance = source("标准工作时间为每天八小时，每周四十小时。加班须提前由部门经理批准。工作日加班按工资的百分之一百五十支付加班费。未经批准的加班不予支付。", ["考勤制度"], "考勤制度");

describe("what the passage says", () => {
  test.each([
    ["Full-time employees have 26 days of annual leave per calendar year.", leave],
    ["As a full-time employee, you have 26 days of annual leave each calendar year.", leave],
    ["Full-time staff receive twenty-six days of annual leave per calendar year.", leave],
    ["You can carry over up to five unused days into the following year.", leave],
    ["You may carry over at most 5 unused days into the next year.", leave],
    ["Unused days lapse on 31 March.", leave],
    ["Claims without a receipt are not paid.", expenses],
    ["Receipts must be uploaded to Tally within 30 days.", expenses],
    ["The hotel limit is €140 per night in cities and €110 elsewhere.", expenses],
    ["Bicycles must not be brought into the building.", bicycles],
    ["Bringing bicycles into the building is forbidden.", bicycles],
    ["Call your manager before 9:00 on the first day you are ill.", sick],
    ["Sick pay is 100% of your salary for the first eight weeks.", sick],
    ["From the fourth day on, you need to send a doctor's certificate to People Operations.", sick],
    ["You may work from home no more than two days per week.", remote],
    ["Working from abroad is allowed only with written approval from HR.", remote],
    ["标准工作时间为每天8小时，每周40小时。", attendance],
    ["加班必须提前由部门经理批准。", attendance],
    ["工作日加班按工资的150%支付加班费。", attendance],
  ])("%s", (sentence, from) => expect(checkSupport(sentence, from)).toMatchObject({ kind: "supported" }));

  test("the span is the fewest sentences that say it, in the document's offsets", () => {
    const verdict = checkSupport("You can carry over up to five unused days into the next year.", leave);
    if (verdict.kind !== "supported") throw new Error(verdict.reason);
    expect(leave.text.slice(verdict.span.start - leave.start, verdict.span.end - leave.start)).toBe("You may carry over up to five unused days into the next year.");
    const two = checkSupport("Unused days lapse on 31 March.", leave);
    expect(two.kind === "supported" && leave.text.slice(two.span.start - leave.start, two.span.end - leave.start)).toMatch(/^You may carry.*31 March\.$/);
  });
});

test("every sentence of a passage supports itself", () => {
  for (const from of [leave, expenses, bicycles, sick, remote, attendance]) {
    for (const { start, end } of splitSentences(from.text)) {
      const sentence = from.text.slice(start, end);
      expect([sentence, checkSupport(sentence, from).kind]).toEqual([sentence, "supported"]);
    }
  }
});

describe("what it does not say", () => {
  test.each([
    // other numbers, units, bounds
    ["Full-time employees have 28 days of annual leave per calendar year.", leave, "amount"],
    ["Full-time employees have 26 weeks of annual leave per calendar year.", leave, "amount"],
    ["Full-time employees have at least 26 days of annual leave per calendar year.", leave, "amount"],
    ["You may carry over at least five unused days into the next year.", leave, "amount"],
    ["You may carry over more than five unused days into the next year.", leave, "amount"],
    ["Sick pay is 10 percent of your salary for the first eight weeks.", sick, "amount"],
    ["Call your manager before 9:30 on the first day you are ill.", sick, "amount"],
    ["工作日加班按工资的200%支付加班费。", attendance, "amount"],
    ["标准工作时间为每天九小时，每周四十小时。", attendance, "amount"],
    // a number that belongs to something else
    ["The hotel limit is 110 euros in cities.", expenses, "amount"],
    ["标准工作时间为每周八小时。", attendance, "amount"],
    // denied or allowed the wrong way round
    ["Claims without a receipt are paid.", expenses, "denial"],
    ["Claims are paid without a receipt.", expenses, "denial"],
    ["Bicycles may be brought into the building.", bicycles, "denial"],
    ["Bicycles must be brought into the building.", bicycles, "denial"],
    ["Bicycles must not stand in the courtyard.", bicycles, "denial"],
    ["未经批准的加班予以支付。", attendance, "words"],
    ["经批准的加班不予支付。", attendance, "words"],
    ["加班不须提前由部门经理批准。", attendance, "denial"],
    // a condition dropped or added, a duty for a choice
    ["Working from abroad is allowed with written approval from HR.", remote, "restriction"],
    ["You may work from home two days per week only with written approval from HR.", remote, "amount"],
    ["You must work from home at most two days per week.", remote, "modality"],
    // other people, times, kinds
    ["Call your director before 9:00 on the first day you are ill.", sick, "name"],
    ["Call your manager after 9:00 on the first day you are ill.", sick, "name"],
    ["Part-time employees have 26 days of annual leave per calendar year.", leave, "mixed"],
    ["Dogs must not enter.", source("Dogs may enter. Cats must not enter."), "denial"],
    ["Breakfast is not paid.", expenses, "mixed"],
    ["Unused days lapse on 31 April.", leave, "name"],
    ["Upload receipts to Concur within 30 days.", expenses, "name"],
    ["Dinner is included.", expenses, "name"],
    ["加班须提前由总经理批准。", attendance, "name"],
    // words that are nowhere, and no words at all
    ["Full-time employees have 26 days of annual leave and a company car.", leave, "words"],
    ["Employees are encouraged to relax.", leave, "words"],
    ["Annual leave.", bicycles, "name"],
    ["This is so.", leave, "no_claim"],
    ["26.", leave, "no_claim"],
    ["Please do that this week.", leave, "no_claim"],
    ["", leave, "no_claim"],
  ])("%s", (sentence, from, reason) => expect(checkSupport(sentence, from)).toEqual({ kind: "unsupported", reason }));

  test("words scattered over a passage support nothing: they must stand together", () => {
    const scattered = source("Parking is free. Visitors sign in. Ties are worn. The gate closes at 20:00. The lift is serviced monthly by the maker.");
    expect(checkSupport("The gate is free for visitors.", scattered).kind).toBe("unsupported");
    expect(checkSupport("The gate closes at 20:00.", scattered).kind).toBe("supported");
  });

  test("headings say what it is about, and nothing more", () => {
    const noted = source("The limit is 20 euros per day.", ["Meals"], "Travel");
    expect(checkSupport("For meals, the limit is 20 euros per day.", noted).kind).toBe("supported");
    expect(checkSupport("Travel meals.", noted).kind).toBe("unsupported");
  });
});
