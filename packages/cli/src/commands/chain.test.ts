import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callMain, repositoryRoot, temporaryFolder } from "@didym/testing";
import { describe, expect, it } from "vitest";

const folder = temporaryFolder();
const made = join(folder, "gallium");
const json = async (...args: string[]) => {
  const { code, stdout } = await callMain([...args, "--json"]);
  return { code, answer: JSON.parse(stdout) as Record<string, unknown> };
};

describe("another chain", () => {
  it("starts from one that works, under its own name and with its sources", async () => {
    const { code, answer } = await json("chain", "new", "gallium", made);
    expect(code).toBe(0);
    expect(answer["files"]).toContain("chain/gallium/goods.csv");
    const sources = readFileSync(join(made, "sources.csv"), "utf8").split("\n").length;
    expect(sources).toBeGreaterThan(50);
    expect(sources).toBeLessThan(
      readFileSync(join(repositoryRoot, "data", "sources.csv"), "utf8").split("\n").length,
    );
    expect(await callMain(["data", "check", made])).toMatchObject({ code: 0 });
    const checked = await json("chain", "check", made);
    expect(checked.code).toBe(0);
    expect(checked.answer["checks"]).toMatchObject([
      { chain: "gallium", check: "tables", holds: true },
      { check: "balance", holds: true },
      { check: "base year", holds: true },
      { check: "identities", holds: true },
    ]);
  });

  it("is refused where a table does not fit, with file and line", async () => {
    const goods = join(made, "chain", "gallium", "goods.csv");
    const rows = readFileSync(goods, "utf8").split("\n");
    writeFileSync(goods, [...rows.slice(0, 2), `${rows[2]},one,too,many`, ...rows.slice(3)].join("\n"));
    const { code, answer } = await json("chain", "check", made);
    expect(code).toBe(3);
    expect(answer["error"]).toMatchObject({ file: "chain/gallium/goods.csv", line: 3 });
  });

  it("never writes over what is there", async () => {
    const { code, answer } = await json("chain", "new", "gallium", made);
    expect([code, answer]).toMatchObject([3, { error: { code: "FILE_UNWRITABLE" } }]);
    expect((await json("chain", "new", "Two Words")).code).toBe(2);
    expect(existsSync("Two Words")).toBe(false);
  });
});
