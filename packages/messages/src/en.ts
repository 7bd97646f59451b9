import { cli } from "./en/cli.js";
import { errors } from "./en/errors.js";
import { levers } from "./en/levers.js";
import { metrics } from "./en/metrics.js";

/** English: its shape is the type of every catalogue. */
export const en = { cli, errors, levers, metrics };
