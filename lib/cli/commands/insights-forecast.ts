/** @file `cadre insights forecast`: monthly series per person; a GRU against the last value, last year's month and a line. */
import { insightsForecastOutput } from "../../contracts/insights-cli";
import { measureForecast } from "../../insights/forecast/measure-forecast";
import { seriesFromTable } from "../../insights/forecast/series-from-table";
import { createExecutor } from "../../runtime/executor";
import { parseCommand, required, type Command } from "../command";
import { figure, listOf, openTable, wholeNumber } from "../insights-input";

export const command: Command = {
  name: "insights forecast",
  usage: `cadre insights forecast --csv <file> --id <column> --month <column> --measure <column> [--also a,b] [--events] [--json]
Measures how well the next six months of each person's series can be told: trained on the earlier months, tested on the last nine.
  --csv        one row per person and month, or per event (then --events: months without a row count 0)
  --id         column that says whom a row is about
  --month      a date, 2024-03, or 1 to 12 in the order of the file (a new year where it falls back)
  --measure    the number to foretell
  --also a,b   further numbers that the models may look at
  --seed n     default 1
  --json       {"measure","people","months","horizons":[{"horizon","mae":{"naive","seasonal","linear","gru"}}],"ratio","usual","better","coverage","drift","words"}`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const { values } = parseCommand(args, { csv: text, id: text, month: text, measure: text, also: text, seed: text, events: { type: "boolean" }, json: { type: "boolean" } });
    const { table } = await openTable(required(values.csv, "csv"));
    const measure = required(values.measure, "measure");
    const series = seriesFromTable(table, { id: required(values.id, "id"), month: required(values.month, "month"), measures: [measure, ...listOf(values.also)], events: values.events ?? false });
    const report = await measureForecast(series, { executor: await createExecutor({ threads: 1 }), measure, seed: wholeNumber(values.seed, "seed", 0) ?? 1, onProgress: (part) => io.note(`${part} …`) });
    if (values.json) {
      io.out(JSON.stringify(insightsForecastOutput.parse(report)));
      return 0;
    }
    const rows = report.horizons.map(({ horizon, mae }) => `  ${String(horizon).padStart(2)}  ${(["naive", "seasonal", "linear", "gru"] as const).map((name) => figure(mae[name]).padEnd(24)).join("")}`);
    io.out([`${report.people} people, ${report.months} months; mean absolute error by months ahead`, `      ${["last value", "year before", "line", "GRU"].map((name) => name.padEnd(24)).join("")}`, ...rows, `80 % interval holds ${figure(report.coverage)}; drift ${report.drift.map(({ measure: name, index }) => `${name} ${index.toFixed(2)}`).join(", ")}`, report.words.en, `against the last value or last year's month, whichever is better: ${figure(report.usual)} of its error`].join("\n"));
    return 0;
  },
};
