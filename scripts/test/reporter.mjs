import { writeFileSync } from "node:fs";
import { allowsSkips, tally } from "./tally.mjs";

function countModule(module, add) {
  let failures = 0;
  for (const test of module.children.allTests()) {
    const { state, note } = test.result();
    if (state === "failed") failures += 1;
    add(state, `${module.relativeModuleId} > ${test.fullName}`, note);
  }
  // a file that cannot be loaded, or whose hook failed, has no failed test of its own
  if (failures === 0 && module.state() === "failed") add("failed", module.relativeModuleId);
}

/** Counts tests for the closing line; prints each skip with its reason. */
export default class CountReporter {
  onTestRunEnd(modules, unhandled) {
    const counts = tally();
    for (const module of modules) countModule(module, counts.add);
    for (const error of unhandled) counts.add("failed", `unhandled: ${error.message}`);
    for (const { name, note } of counts.skips) {
      const word = allowsSkips() ? "skipped" : "failed, since it was skipped";
      process.stdout.write(`${word}: ${name}${note === undefined ? "" : ` (${note})`}\n`);
    }
    const file = process.env.DIDYM_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts.totals()));
    else process.stdout.write(`${counts.line()}\n`);
  }
}
