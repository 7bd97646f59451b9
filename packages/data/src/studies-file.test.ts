import { repositoryRoot } from "@didym/testing";
import { describe, expect, it } from "vitest";
import { readDataFolder } from "./read-data-folder.js";
import { compileStudies } from "./studies-file.js";

const files = readDataFolder(`${repositoryRoot}data`);
const { studies } = compileStudies(files);

describe("the studies as the page reads them", () => {
  it("have published figure, result and explanation in both languages", () => {
    expect(studies.length).toBeGreaterThanOrEqual(30);
    for (const { result, agreement, published, why, here, kind } of studies) {
      expect(result).not.toBeNull();
      expect(agreement).not.toBeNull();
      expect(published.sources.length).toBeGreaterThan(0);
      expect(kind).toMatch(/^[a-z-]+$/u);
      for (const text of [why, here]) expect(text.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it("say so where an experiment has not been run", () => {
    const without = compileStudies({ ...files, "studies/results.csv": "id,here,unit,agreement\n" });
    expect(without.studies.every(({ result, agreement }) => result === null && agreement === null)).toBe(
      true,
    );
  });
});
