#!/usr/bin/env node
import { main } from "./main.js";
import { processIo } from "./process-io.js";

const code = await main(process.argv.slice(2), processIo());
process.exit(code);
