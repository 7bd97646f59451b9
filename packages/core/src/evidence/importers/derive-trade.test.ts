import { describe, expect, it } from "vitest";
import { importComtradeCsv } from "./comtrade-csv.js";
import { deriveTrade } from "./derive-trade.js";
import { compareImport } from "./compare-import.js";
import type { Table } from "../table.js";

const head =
  "freqCode,period,reporterISO,flowCode,partnerISO,cmdCode,netWgt,isNetWgtEstimated,primaryValue\n";
const record = (partner: string, kilograms: number, value: number, period = "2024"): string =>
  `A,${period},CHN,M,${partner},2846,${String(kilograms)},False,${String(value)}\n`;
const places = new Map([["W00", "world"]]);
const read = (text: string): ReturnType<typeof importComtradeCsv> =>
  importComtradeCsv(head + text, { file: "c.csv", places });
const whole = record("W00", 4000, 100_000) + record("MMR", 3000, 60_000) + record("LAO", 1000, 40_000);

describe("figures derived from a table under terms of use", () => {
  it("are sums, shares and unit values by partner", () => {
    const { figures, warnings } = deriveTrade(read(whole).figures);
    expect(warnings).toEqual([]);
    expect(
      figures.map(({ id, value, unit }) => [id.replace(".2846.2024.COMTRADE_CHN", ""), value, unit]),
    ).toEqual([
      ["derived.sum.imports-gross-weight.CHN.world", 4, "t"],
      ["derived.sum.imports-value.CHN.world", 0.1, "MUSD"],
      ["derived.unit-value.imports.CHN.world", 25, "USD/kg"],
      ["derived.share.imports-gross-weight.CHN.MMR", 75, "%"],
      ["derived.unit-value.imports.CHN.MMR", 20, "USD/kg"],
      ["derived.share.imports-gross-weight.CHN.LAO", 25, "%"],
      ["derived.unit-value.imports.CHN.LAO", 40, "USD/kg"],
    ]);
  });

  it("are not computed from partners that fall short of the world, nor without its row", () => {
    const short = deriveTrade(read(record("W00", 4000, 100_000) + record("MMR", 3000, 60_000)).figures);
    expect(short).toEqual({
      figures: [],
      warnings: [expect.objectContaining({ code: "INCOMPLETE_PARTNERS", found: 60_000, expected: 100_000 })],
    });
    expect(deriveTrade(read(record("MMR", 3000, 60_000)).figures).warnings).toHaveLength(1);
  });

  it("leave months alone", () => {
    expect(deriveTrade(read(whole.replaceAll("2024", "202405")).figures)).toEqual({
      figures: [],
      warnings: [],
    });
  });

  it("show what a new table would change, within the rounding that is kept", () => {
    const row = (id: string, value: number, unit: string): [string, Table] => [
      id,
      {
        name: "derived",
        file: "d.csv",
        fields: [],
        rows: [{ id: `${id}.2846.2024.COMTRADE_CHN`, value, unit }],
        lines: [],
        columns: [],
      },
    ];
    const tables = new Map([
      row("derived.share.imports-gross-weight.CHN.MMR", 57.6, "%"),
      row("derived.unit-value.imports.CHN.world", 25.1, "USD/kg"),
    ]);
    const { changes } = compareImport(read(whole), tables, 2024);
    const kinds = Object.fromEntries(
      changes
        .filter(({ before }) => before !== null)
        .map(({ id, kind, shippable }) => [id.split(".")[1], [kind, shippable]]),
    );
    expect(kinds).toEqual({ share: ["changed", true], "unit-value": ["same", true] });
  });
});
