import { readFileSync } from "node:fs";
import { callMain, repositoryRoot } from "@didym/testing";
import { describe, expect, it } from "vitest";

type Row = Readonly<Record<string, string | number | null | readonly string[]>>;

async function table(name: string): Promise<readonly Row[]> {
  const { stdout } = await callMain(["data", "show", name, "--json"]);
  return (JSON.parse(stdout) as { rows: readonly Row[] }).rows;
}

const idsOf = (cell: Row[string]): string[] =>
  (Array.isArray(cell) ? cell : String(cell).split(";")).map((id: string) => id.trim());

/** Tables that the how-to sends a reader to, and those that hold the other conflicts' sides. */
const named = ["mine_production", "reserves", "stage_shares", "deposits", "prices", "trade"];
const others = ["dependency", "demand_by_region", "costs", "derived", "claims"];

describe("conflicting sources", () => {
  it("are rows whose sides are all shown by a table, with at least two each", async () => {
    const known = new Set<string>();
    for (const name of [...named, ...others])
      for (const row of await table(name)) known.add(String(Object.values(row)[0]));
    const conflicts = await table("conflicts");
    expect(conflicts.length).toBeGreaterThanOrEqual(8);
    for (const conflict of conflicts) {
      const sides = idsOf(conflict["rows"]);
      expect(sides.length, String(conflict["id"])).toBeGreaterThanOrEqual(2);
      for (const side of [...sides, ...idsOf(conflict["used"])])
        expect(known.has(side), `${String(conflict["id"])}: ${side}`).toBe(true);
    }
  });

  it("stand beside each other with what each side says, at least two different things each", async () => {
    const { stdout } = await callMain(["data", "show", "conflicts", "--json"]);
    const { rows, sides } = JSON.parse(stdout) as { rows: readonly Row[]; sides: readonly Row[] };
    for (const { id, rows: cell } of rows) {
      const own = sides.filter(({ conflict }) => conflict === id);
      expect(own.map(({ row }) => row)).toEqual(idsOf(cell));
      expect(new Set(own.map(({ value, unit }) => `${String(value)} ${String(unit)}`)).size).toBeGreaterThan(
        1,
      );
      expect(own.every(({ value }) => value !== null)).toBe(true);
      expect(own.some(({ used }) => used as unknown as boolean)).toBe(true);
    }
  });

  it("are named in the how-to with the command that shows them", () => {
    const text = readFileSync(`${repositoryRoot}docs/how-to/see-conflicts.md`, "utf8");
    for (const name of named) expect(text).toContain(`didym data show ${name}`);
  });
});
