import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../packages/web/dist/", import.meta.url));
const size = (...path) => gzipSync(readFileSync(join(dist, ...path))).byteLength / 1000;
const sum = (folder, wanted) =>
  readdirSync(join(dist, folder))
    .filter(wanted)
    .reduce((total, name) => total + size(folder, name), 0);

/** Bytes of the first load, gzipped: the page and its worker, and with the figures it needs. */
export default function measure() {
  const before = size("index.html") + sum("assets", (name) => /^(?:index|worker)-/u.test(name));
  const withData = before + sum("data", () => true);
  return [
    { case: "first load before data", value: before, unit: "kB", bar: 200, within: before <= 200 },
    { case: "first load with data", value: withData, unit: "kB", bar: 400, within: withData <= 400 },
  ];
}
