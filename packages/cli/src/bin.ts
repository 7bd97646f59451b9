#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { processIo } from "./process-io.js";

// A command uses each part of the model a few times only: see docs/decisions/0006-compile-at-first-use.md.
setFlagsFromString("--always-sparkplug");
setFlagsFromString("--no-lazy-feedback-allocation");
const { main } = await import("./main.js");

const code = await main(process.argv.slice(2), processIo());
process.exit(code);
