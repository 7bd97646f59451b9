import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runDidym, temporaryFolder } from "@didym/testing";
import { beforeAll, describe, expect, it } from "vitest";

interface Run {
  readonly series: readonly { readonly values: readonly number[]; readonly against?: readonly number[] }[];
}

const folder = temporaryFolder();
const short = join(folder, "short.yaml");
const impossible = join(folder, "impossible.yaml");

/** The compiled program, where the compared scenario runs in a thread of its own. */
async function series(...args: string[]): Promise<Run["series"][number]> {
  const { code, stdout } = await runDidym([
    "run",
    ...args,
    "--select",
    "price[oxide.Dy,JPN]",
    "--no-cache",
    "--json",
  ]);
  expect(code).toBe(0);
  return (JSON.parse(stdout) as Run).series[0];
}

describe("a compared scenario solved in a thread beside", () => {
  beforeAll(() => {
    writeFileSync(
      short,
      "schema: didym/scenario@1\nname: short\nextends: washington-2026\nhorizon: [2024, 2027]\n",
    );
    writeFileSync(
      impossible,
      `schema: didym/scenario@1
name: impossible
levers:
  - recycled-content: { importers: JPN, goods: [oxide.NdPr], share: 40%, from: 2025 }
`,
    );
  });

  it("has the figures that it has alone, to the bit", async () => {
    const { against } = await series(short);
    const { values } = await series("status-quo", "--against", "none");
    expect(against).toEqual(values.slice(0, 4));
  });

  it("fails with its own error and code", async () => {
    const alone = await runDidym(["run", impossible, "--against", "none", "--no-cache"]);
    const beside = await runDidym(["run", short, "--against", impossible, "--no-cache"]);
    expect(alone).toMatchObject({ code: 4, stdout: "" });
    expect(alone.stderr).toContain("INFEASIBLE");
    expect(beside).toEqual(alone);
  });

  it("ends with the time limit of the command", async () => {
    const { code, stderr } = await runDidym(["run", short, "--no-cache", "--time-limit", "0.2"]);
    expect(code).toBe(4);
    expect(stderr).toContain("TIME_LIMIT");
  });
});
