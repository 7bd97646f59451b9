import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const source = (name: string, path: string) => ({
  find: new RegExp(`^${name}$`, "u"),
  replacement: here(path),
});

const suites = [
  "packages/*/src/**/*.test.ts",
  "packages/web/e2e/**/*.test.ts",
  "checks/**/*.test.ts",
  "scripts/**/*.test.ts",
];
/** Tests that hold something to a time: they run last, one after another. */
const timed = [
  "packages/web/e2e/hostile.test.ts",
  "packages/web/e2e/slider-cost.test.ts",
  "packages/cli/src/bin.test.ts",
  "packages/cli/src/input/input.test.ts",
  "packages/cli/src/server/api/api.test.ts",
  "packages/core/src/problem/malformed.test.ts",
  "packages/core/src/games/stability*.test.ts",
];

export default defineConfig({
  resolve: {
    alias: [
      ...["core", "data", "messages", "charts"].map((name) =>
        source(`@didym/${name}`, `./packages/${name}/src/index.ts`),
      ),
      source("@didym/messages/evidence", "./packages/messages/src/page/evidence/index.ts"),
      { find: /^@didym\/core\/(.+)$/u, replacement: `${here("./packages/core/src")}/$1/index.ts` },
      source("@didym/testing", "./testing/index.ts"),
      source("didym", "./packages/cli/src/index.ts"),
    ],
  },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      // browser tests wait more than they compute: two files at a time also on two cores
      {
        extends: true,
        test: {
          name: "all",
          include: suites,
          exclude: [...configDefaults.exclude, ...timed],
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: "timed", include: timed, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
