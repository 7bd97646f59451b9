import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { firstLoad, onRequest } from "../packages/web/build/first-load.mjs";

const dist = fileURLToPath(new URL("../packages/web/dist/", import.meta.url));
const size = (...path) => gzipSync(readFileSync(join(dist, ...path))).byteLength / 1000;
const sum = (names) => names.reduce((total, name) => total + size(name), 0);

/** Bytes of the first load, gzipped: the page with all it imports statically and its worker, and with the figures it needs. */
export default function measure() {
  const before = sum(firstLoad(dist));
  const fetched = readdirSync(join(dist, "data")).filter((name) => !onRequest.includes(name));
  const withData = before + sum(fetched.map((name) => join("data", name)));
  return [
    { case: "first load before data", value: before, unit: "kB", bar: 200, within: before <= 200 },
    { case: "first load with data", value: withData, unit: "kB", bar: 400, within: withData <= 400 },
  ];
}
