import { defineConfig } from "vitest/config";

const source = (name: string) => new URL(`./packages/${name}/src/index.ts`, import.meta.url).pathname;

export default defineConfig({
  resolve: {
    alias: {
      "@didym/core": source("core"),
      "@didym/data": source("data"),
      "@didym/messages": source("messages"),
      "@didym/queue": source("queue"),
      didym: source("cli"),
    },
  },
  test: { include: ["packages/*/src/**/*.test.ts", "checks/**/*.test.ts"], testTimeout: 60_000 },
});
