import { answerMoves } from "./answer-moves.js";
import { answerScan } from "./answer-scan.js";
import { answerHelpers, answerSolve } from "./answer-solve.js";
import { answerTable } from "./answer-table.js";

/** Questions of the Summit view. */
export const summitHandlers = {
  summitTable: answerTable,
  summitMoves: answerMoves,
  summitScan: answerScan,
  summitSolve: answerSolve,
  summitHelpers: answerHelpers,
};
