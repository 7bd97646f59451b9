import type { Catalogue } from "./catalogue.js";
import { cli } from "./zh-cn/cli.js";
import { errors } from "./zh-cn/errors.js";
import { levers } from "./zh-cn/levers.js";
import { metrics } from "./zh-cn/metrics.js";

/** Simplified Chinese. */
export const zhCn = { cli, errors, levers, metrics } satisfies Catalogue;
