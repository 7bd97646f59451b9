import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const typescript = ["**/*.ts"];
const coreSources = { files: ["packages/core/src/**/*.ts"], ignores: ["**/*.test.ts", "**/*.bench.ts"] };

/** Math functions whose bits differ between engines: the core has its own in numeric/elementary.ts. */
const engineDependent = [
  ..."acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot".split(" "),
  ..."log log10 log1p log2 pow sin sinh tan tanh random".split(" "),
];

/** What knows a clock, a screen, a disk or global state. */
const outsideWorld = [
  ..."Date Intl performance process Buffer global require console setTimeout setInterval setImmediate".split(
    " ",
  ),
  ..."queueMicrotask fetch XMLHttpRequest crypto window document navigator self localStorage Worker".split(
    " ",
  ),
];

export default defineConfig(
  globalIgnores([
    "**/dist/",
    "**/node_modules/",
    "**/.cache/",
    "**/out/",
    "**/coverage/",
    "packages/web/",
    "checks/repository/planted/",
  ]),
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: ["./tsconfig.tests.json"], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // indexed reads are not marked as possibly absent, so these two would call honest guards needless
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/require-array-sort-compare": ["error", { ignoreStringArrays: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration[declaration.type='Identifier']", message: "Export by name." },
      ],
    },
  },
  {
    files: ["**/*.test.ts", "testing/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
    },
  },
  {
    ...coreSources,
    rules: {
      "no-restricted-properties": [
        "error",
        ...engineDependent.map((property) => ({
          object: "Math",
          property,
          message: "Its bits differ between engines: use numeric/elementary.ts or a named stream.",
        })),
      ],
      "no-restricted-globals": [
        "error",
        ...outsideWorld.map((name) => ({ name, message: "The core knows no clock, screen or disk." })),
      ],
      "no-restricted-imports": [
        "error",
        {
          paths: ["fs", "path", "os", "url", "util", "crypto", "worker_threads", "child_process"],
          patterns: [
            { group: ["node:*"], message: "The core runs in browsers too." },
            { group: ["didym", "@didym/*"], message: "Nothing points back into the core." },
          ],
        },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[property.name=/^(toLocale|localeCompare)/]",
          message: "Its result depends on the machine's locale.",
        },
        {
          selector: "BinaryExpression[operator='**']",
          message: "Its bits differ between engines: use pow().",
        },
        { selector: "AssignmentExpression[operator='**=']", message: "Its bits differ between engines." },
      ],
    },
  },
  { files: ["vitest.config.ts"], extends: [tseslint.configs.disableTypeChecked] },
);
