/** @file The taggers and the classifier that ship: they open, read invented résumés, and their spans are places of the text. */
import path from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../config/paths";
import { openOccupation } from "../occupation/open-occupation";
import { openTaggers } from "./open-taggers";

const models = path.join(projectRoot(), "models");

describe("the shipped taggers", async () => {
  const taggers = await openTaggers(models);

  it("read a Chinese résumé", () => {
    const text = "顾闻舟，男，中国国籍，汉族，本科学历，高级工程师。\n2011年3月至2018年6月任苏州望闸机械有限公司设计部经理；\n现任娄江水利设备股份有限公司总经理。";
    const found = taggers.tagResume(text, "zh").map(({ start, end, label }) => `${label} ${text.slice(start, end)}`);
    expect(found).toEqual(expect.arrayContaining(["NAME 顾闻舟", "CONT 中国国籍", "RACE 汉族", "EDU 本科学历", "TITLE 高级工程师", "ORG 苏州望闸机械有限公司", "ORG 娄江水利设备股份有限公司", "TITLE 总经理"]));
  });

  it("read an English one, with confidences", () => {
    const text = "Requirements:\nSolid experience with Python, Docker and Kubernetes.\nAbility to manage stakeholders and work in a team.";
    const spans = taggers.tagResume(text, "en");
    const found = spans.map(({ start, end, label }) => `${label} ${text.slice(start, end)}`);
    expect(found).toEqual(expect.arrayContaining(["KNOWLEDGE Python", "KNOWLEDGE Kubernetes"]));
    for (const { confidence } of spans) expect(confidence > 0 && confidence <= 1).toBe(true);
  });

  it("have nothing to say about an empty text", () => {
    expect(taggers.tagResume("", "zh")).toEqual([]);
    expect(taggers.tagResume(" \n\n", "en")).toEqual([]);
  });
});

it("the shipped classifier knows a cook, and says nothing of a few words", async () => {
  const { classifyOccupation } = await openOccupation(models);
  const text = "EXECUTIVE CHEF\nPlanned menus and daily specials, trained line cooks, controlled food cost and inventory of the kitchen, ran banquets for three hundred guests, kept sanitation and food safety standards, designed recipes for the restaurant, ordered produce and meat, led a culinary team of twelve in a hotel kitchen.";
  const more = " Prepared soups, sauces, salads, desserts and pastry for lunch and dinner service, hired and scheduled kitchen staff, reduced waste and labor cost, negotiated with vendors, received deliveries and rotated stock, inspected equipment, kept walk-in coolers clean, passed health inspections, trained servers on menu items and wine, created seasonal tasting menus, catered weddings and private events, supervised prep cooks and dishwashers, plated entrees on the line, grilled steaks and seafood, baked bread and cakes, followed recipes and portion control, maintained high standards of quality and guest satisfaction, worked as sous chef and line cook in fine dining, opened a new restaurant with a chef owner, wrote weekly specials, controlled inventory and ordering, and cooked for banquets, buffets and a busy hotel restaurant with an open kitchen.";
  expect(classifyOccupation(text + more)).toMatchObject({ category: "chef" });
  expect(classifyOccupation(text)).toBeNull();
});
