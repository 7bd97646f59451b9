import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bin, root } from "./paths.mjs";
import { run } from "./run.mjs";
import { contentHash, fingerprint, packages } from "./stamps.mjs";

const node = process.execPath;

function hasBuildScript(folder) {
  const path = join(root, folder, "package.json");
  return existsSync(path) && JSON.parse(readFileSync(path, "utf8")).scripts?.build !== undefined;
}

const install = {
  name: "install",
  says: "Installing packages",
  mark: () =>
    contentHash(
      ["package.json", "package-lock.json", ...packages().map((folder) => `${folder}/package.json`)],
      `${process.platform}-${process.arch}-${String(process.versions.modules)}`,
    ),
  made: () => existsSync(join(root, "node_modules", "typescript", "package.json")),
  // npm 10 would rewrite a lock written by npm 11, hence --no-save
  do: () => run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]),
};

const compile = {
  name: "compile",
  says: "Compiling",
  mark: () =>
    fingerprint([
      "tsconfig.json",
      "tsconfig.base.json",
      ...packages().flatMap((folder) => [`${folder}/tsconfig.json`, `${folder}/src`]),
    ]),
  made: () => existsSync(bin),
  do: () => run(node, [join("node_modules", "typescript", "bin", "tsc"), "-b"]),
};

/** A package may carry a `build` script of its own: the data compiler, the page. */
function ownBuild(name, says, inputs, outputs) {
  return {
    name,
    says,
    when: () => hasBuildScript(`packages/${name}`),
    mark: () => fingerprint([`packages/${name}`, "packages/core/src", ...inputs]),
    made: () => outputs.every((path) => existsSync(join(root, path))),
    do: () => run("npm", ["run", "build", "--silent", "--workspace", `packages/${name}`]),
  };
}

/** Needs the compiled program and figures; every run begins at its prices. */
const baseline = {
  name: "baseline",
  says: "Solving the policies in force",
  mark: () => fingerprint(["packages/core/src", "packages/cli/src", "packages/cli/scripts", "data"]),
  made: () => existsSync(join(root, "packages/data/dist/compiled/baseline.json")),
  do: () => run(node, [join("packages", "cli", "scripts", "store-baseline.mjs")]),
};

/** Claims and back-tests answered by the program, for the page. */
const ledger = {
  name: "ledger",
  says: "Testing claims and the past",
  mark: () => fingerprint(["packages/core/src", "packages/cli/src", "packages/cli/scripts", "data"]),
  made: () => existsSync(join(root, "packages/data/dist/compiled/ledger.json")),
  do: () => run(node, [join("packages", "cli", "scripts", "write-ledger.mjs")]),
};

/** What set-up does, in order. Each step is skipped while its inputs have the mark of the last time. */
export const steps = [
  install,
  compile,
  ownBuild("data", "Compiling the figures", ["data"], ["packages/data/dist/compiled/evidence.json"]),
  baseline,
  ledger,
  ownBuild(
    "web",
    "Building the page",
    ["data", "packages/messages/src", "packages/charts/src"],
    ["packages/web/dist/index.html"],
  ),
];
