import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const source = (name: string, path: string) => ({
  find: new RegExp(`^${name}$`, "u"),
  replacement: here(path),
});

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
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/web/e2e/**/*.test.ts",
      "checks/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
