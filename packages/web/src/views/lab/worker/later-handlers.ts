import { answerBands } from "./answer-bands.js";
import { answerWhy } from "./answer-why.js";

/** Questions of the Lab that its first screen does not ask. */
export const labLater = { why: answerWhy, bands: answerBands };
