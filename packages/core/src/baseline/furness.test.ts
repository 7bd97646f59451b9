import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { furness } from "./furness.js";

const rowSums = (matrix: readonly (readonly number[])[]): number[] =>
  matrix.map((row) => row.reduce((a, b) => a + b, 0));
const columnSums = (matrix: readonly (readonly number[])[]): number[] =>
  matrix[0].map((_, j) => matrix.reduce((sum, row) => sum + row[j], 0));

describe("furness", () => {
  it("grows the published matrix of three zones to its new totals (NPTEL 105101087, trip distribution)", () => {
    const prior = [
      [20, 30, 28],
      [36, 32, 24],
      [22, 34, 26],
    ];
    const flows = furness(prior, [98, 106, 122], [102, 118, 106]);
    const published = [
      [25.7893084, 35.50797436, 36.70271724],
      [42.50860051, 34.68320538, 28.80819411],
      [33.70209109, 47.80882026, 40.48908865],
    ];
    flows.forEach((row, i) => {
      row.forEach((flow, j) => {
        expect(flow).toBeCloseTo(published[i][j], 4);
      });
    });
    rowSums(flows).forEach((total, i) => {
      expect(total).toBeCloseTo([98, 106, 122][i], 9);
    });
    columnSums(flows).forEach((total, j) => {
      expect(total).toBeCloseTo([102, 118, 106][j], 9);
    });
  });

  it("keeps cross ratios: the flows stay a_i·b_j·T_ij", () => {
    const positive = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.array(positive, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
        fc.array(positive, { minLength: 3, maxLength: 3 }),
        (prior, rows) => {
          const total = rows.reduce((a, b) => a + b, 0);
          const flows = furness(prior, rows, [total / 2, total / 3, total / 6]);
          const cross = (m: readonly (readonly number[])[]): number =>
            (m[0][0] * m[1][1]) / (m[0][1] * m[1][0]);
          expect(cross(flows) / cross(prior)).toBeCloseTo(1, 8);
          rowSums(flows).forEach((sum, i) => {
            expect(sum / rows[i]).toBeCloseTo(1, 9);
          });
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });

  it("leaves a matrix alone that has its totals already, and zeros where they are", () => {
    const prior = [
      [4, 0],
      [1, 5],
    ];
    expect(furness(prior, [4, 6], [5, 5])).toEqual(prior);
    expect(furness(prior, [8, 6], [7, 7])[0][1]).toBe(0);
  });
});
