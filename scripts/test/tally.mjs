/** Tests named so are only for the deep sizes: leaving them out at the normal size is no skip. */
const deepOnly = /\(deep\)/u;

/** With CI=true nothing may be skipped: whatever a suite needs can be installed there. */
export function allowsSkips(env = process.env) {
  return !env.CI || env.CI === "false";
}

/** The closing line. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Counts test states; a skip counts as a failure where skips are not allowed. */
export function tally(env = process.env) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const skips = [];
  const add = (state, name, note) => {
    if (state === "passed") counts.passed += 1;
    else if (state === "failed" || state === "pending") counts.failed += 1;
    else if (!deepOnly.test(name) || env.DIDYM_DEEP) {
      skips.push({ name, note });
      if (allowsSkips(env)) counts.skipped += 1;
      else counts.failed += 1;
    }
  };
  return { add, skips, totals: () => ({ ...counts }), line: () => closingLine(counts) };
}
