import { answerShock } from "./answer-shock.js";

/** Questions of the Shock view. */
export const shockHandlers = { shock: answerShock };
