/**
 * @file Story: an HR lead asks the chat about months to come, ratings, comments and ways of working: figures of the versions in use with
 * their source, groups only, nobody named; a group that has none is said to have none. A recruiter who asks the same gets no figure.
 */
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";
import { commentsTable, InsightsPage } from "./pages/insights-page";

test("performance, forecast, comments and work patterns in the chat, with their sources; switched off, no figures", async ({ as }) => {
  test.setTimeout(300_000);
  const lead = await as("hr_lead");
  const insights = new InsightsPage(lead);
  await insights.switchOn();
  await insights.takeIn({ demo: "reviews" });
  await insights.train("/insights/performance", "People by band");
  await insights.takeIn({ demo: "months" });
  await insights.train("/insights/performance#forecast", "Drift");
  await insights.takeIn({ demo: "patterns" });
  await insights.train("/insights/clusters#patterns", "Map");
  await insights.takeIn({ name: "survey", use: "comments", csv: commentsTable() });
  await insights.train("/insights/text", "What was tried");

  const chat = new ChatPage(lead);
  await chat.open();
  const forecast = await chat.ask("How is next quarter's performance looking in Finance?");
  await expect(forecast).toContainText(/Finance \(\d+ people, 20\d\d-\d\d … 20\d\d-\d\d\): \d+\.\d \(\d+\.\d–\d+\.\d\), before that/);
  await expect(forecast).toContainText("Source: forecast version 1, table “Results by month (invented)”");
  const persons = await chat.ask("Who is forecast to underperform?");
  await expect(persons).toContainText("I do not name or rank persons by a forecast");
  await expect(persons).not.toContainText("@");
  await expect(await chat.ask("How is next quarter's performance looking in Logistics?")).toContainText("There is no figure for “Logistics”");
  const ratings = await chat.ask("What drives ratings in Quality?");
  await expect(ratings).toContainText(/Quality \(\d+ people\): foreseen \d/);
  await expect(ratings).toContainText("Source: performance model version 1, table “Reviews of the last year (invented)”");
  const patterns = await chat.ask("What work patterns are there?");
  await expect(patterns).toContainText(/There are \d clusters of work patterns[^]*Night and weekend shifts a month/);
  await expect(patterns).toContainText("table “Work patterns (invented)”");
  const comments = await chat.ask("How do people feel in Quality?");
  await expect(comments).toContainText(/Quality, 4\d comments, how they sound: .*negative \d+ %/);
  await expect(comments).toContainText("Source: how comments sound version 1, table “survey”");
  await expect(await chat.ask("How do people feel in the Laboratory?")).toContainText("“Laboratory” is not shown: it has fewer than 10 comments");
  const chinese = await chat.ask("财务部下季度的绩效怎么样？");
  await expect(chinese).toContainText(/Finance（\d+ 人.*来源：预测版本 1/);

  const recruiter = await as("recruiter");
  const theirs = new ChatPage(recruiter);
  await theirs.open();
  for (const question of ["How is next quarter's performance looking in Finance?", "What do people complain about in the exit survey?"]) await expect(await theirs.ask(question)).not.toContainText(/forecast version|comments sound version|before that \d/);

  await insights.switchOff();
  await chat.open();
  await expect(await chat.ask("How is next quarter's performance looking in Finance?")).toContainText("People insights are switched off, so there are no figures.");
});
