// Writes docs/why-examples.md: ten questions asked of `didym why`, with the answers of today and why their words are right.
// With --check nothing is written, and the code is 5 where the page on disk is another.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "./setup/paths.mjs";
import { pageOf } from "./why/page.mjs";
import { askWhy } from "./why/ask.mjs";

const examples = parse(readFileSync(join(root, "checks", "why", "examples.yaml"), "utf8"));
const answers = [];
for (const { scenario, metric } of examples) answers.push(await askWhy(scenario, metric));
const page = pageOf(examples, answers);
const file = join(root, "docs", "why-examples.md");
if (!process.argv.includes("--check")) writeFileSync(file, page);
else if (readFileSync(file, "utf8") !== page) {
  process.stderr.write("docs/why-examples.md has drifted: node scripts/why-examples.mjs writes it anew\n");
  process.exitCode = 5;
}
