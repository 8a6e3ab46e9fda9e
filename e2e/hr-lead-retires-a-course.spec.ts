/** @file Story: L&D retires a course that stands in somebody's plan: the plan keeps it and says so, planned again another takes its place, and the course is brought back. */
import { COURSES } from "../app/(workspace)/growth/organisation/offering/_components/course-words";
import { PLAN } from "../app/(workspace)/growth/plan/_components/words";
import { expect, test } from "./fixtures";

test("a course is retired, a plan that holds it offers to plan again, and it is brought back", async ({ as }) => {
  test.setTimeout(150_000);
  const [noor, lead] = [await as("employee"), await as("hr_lead")];
  const [courses, plan] = [COURSES.en, PLAN.en];
  await noor.goto("/growth/plan");
  await expect(noor.locator("html[data-hydrated]")).toBeAttached();
  const field = noor.getByLabel("A role, an opening, an occupation, or in your own words");
  await field.fill("PLC commissioning engineer");
  await field.press("Enter");
  await noor.getByLabel(plan.hours).fill("5");
  const begin = noor.getByRole("button", { name: "Begin this plan" });
  await expect(begin).toBeEnabled();
  await begin.click();
  await noor.waitForURL(/\/growth\/plan\?id=/);
  const steps = noor.getByRole("list", { name: plan.steps });
  await expect(steps.getByRole("heading").first()).toBeVisible();
  const title = (await steps.getByRole("heading").allTextContents()).at(-1) ?? "";

  await lead.goto("/growth/organisation/offering");
  await lead.getByRole("searchbox", { name: courses.search }).fill(title);
  await lead.getByRole("button", { name: courses.retireCourse(title) }).click();
  const sure = lead.getByRole("alertdialog", { name: courses.retireTitle(title) });
  await expect(sure.getByText(courses.retireSays)).toBeVisible();
  await sure.getByRole("button", { name: courses.retire }).click();
  await expect(lead.getByText(courses.retired(title), { exact: true })).toBeVisible();
  try {
    await lead.getByRole("combobox", { name: courses.state }).selectOption("retired");
    await expect(lead.getByRole("list", { name: courses.courses }).getByRole("heading", { name: title, exact: true })).toBeVisible();

    await noor.reload();
    const step = steps.getByRole("listitem").filter({ has: noor.getByRole("heading", { name: title, exact: true }) });
    await expect(step.getByText(plan.retiredStep)).toBeVisible();
    await expect(noor.getByText(plan.retiredSteps(1))).toBeVisible();
    await noor.getByRole("button", { name: plan.replan }).last().click();
    await expect(noor.getByText("planned again 1×")).toBeVisible();
    await expect(steps.getByRole("heading", { name: title, exact: true })).toHaveCount(0);
    await expect(noor.getByText(plan.retiredSteps(1))).toHaveCount(0);
  } finally {
    await lead.getByRole("button", { name: courses.bringBackCourse(title) }).click();
    await expect(lead.getByText(courses.broughtBack(title), { exact: true })).toBeVisible();
    await noor.getByRole("button", { name: plan.drop }).click();
    await noor.getByRole("alertdialog").getByRole("button", { name: plan.drop }).click();
    await noor.waitForURL(/\/growth$/);
  }
});
