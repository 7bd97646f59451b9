import type { Profile } from "@didym/core/summit";
import type { Choices } from "../../state/page-state.js";
import type { AssumedName } from "./assumed-ranges.js";
import { nameOfTable, stancesIn, tableNamed } from "./table-edit.js";
import { readPay, writePay, type Pay } from "./side-payments.js";
import type { Assumed } from "./worker/summit-question.js";

/** What the Summit is set to, as the page's state and links carry it. */
export interface SummitChoice {
  readonly table: Profile;
  /** undefined: as the scenario states. */
  readonly response: string | undefined;
  readonly minimum: number;
  /** Duty of members on contested goods of seats outside, share of value. */
  readonly penalty: number;
  readonly pay: Pay;
  readonly assumed: Assumed;
  /** The seat whose lines are drawn. */
  readonly seat: string;
  /** Seats that a scan lets decide; none where the reader chose none. */
  readonly deciding: readonly string[];
}

/** What can be chosen from. */
export interface SummitRoom {
  readonly seats: readonly string[];
  readonly rules: readonly string[];
  readonly ranges: readonly { readonly name: AssumedName; readonly low: number; readonly high: number }[];
}

export const mostPenalty = 2;
const usualSeat = "JPN";
const nobody = "none";
const key = (name: string): string => `summit.${name}`;
const assumedKey = (name: AssumedName): string =>
  key(name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`));

/** What cannot be read is as usual. */
export function readSummit(choices: Choices, { seats, rules, ranges }: SummitRoom): SummitChoice {
  const text = (name: string): string | undefined => choices[key(name)];
  const rule = text("response");
  const assumed = ranges.flatMap(({ name, low, high }) => {
    const value = number(choices[assumedKey(name)], low, high);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    table: tableNamed(text("table") ?? seats.join(), seats),
    response: rule !== undefined && rules.includes(rule) ? rule : undefined,
    minimum: Math.round(number(text("minimum"), 0, seats.length) ?? 0),
    penalty: number(text("penalty"), 0, mostPenalty) ?? 0,
    pay: readPay(text("pay") ?? "", seats),
    assumed: Object.fromEntries(assumed),
    seat: seats.find((id) => id === text("seat")) ?? usualSeat,
    deciding: named(text("deciding") ?? "", seats),
  };
}

/** Choices that write a change; what is as usual is not written. */
export function writeSummit(
  change: Partial<SummitChoice>,
  { seats, ranges }: Pick<SummitRoom, "seats" | "ranges">,
): Record<string, string | undefined> {
  const { table, assumed, pay, deciding, minimum, penalty, seat } = change;
  const unless = (usual: unknown, value: unknown) => (value === usual ? undefined : String(value));
  return {
    ...(table && { [key("table")]: tableText(table, seats) }),
    ...("response" in change && { [key("response")]: change.response }),
    ...(minimum !== undefined && { [key("minimum")]: unless(0, minimum) }),
    ...(penalty !== undefined && { [key("penalty")]: unless(0, penalty) }),
    ...(pay && { [key("pay")]: unless("", writePay(pay)) }),
    ...(seat !== undefined && { [key("seat")]: unless(usualSeat, seat) }),
    ...(deciding && { [key("deciding")]: unless("", deciding.join()) }),
    ...(assumed &&
      Object.fromEntries(ranges.map(({ name }) => [assumedKey(name), unless(undefined, assumed[name])]))),
  };
}

/** Keys of the Summit in a link that say nothing it can be set to. */
export function unreadable(choices: Choices, room: SummitRoom): string[] {
  const { seats, rules, ranges } = room;
  const known = (text: string) => text.split(",").every((part) => seats.includes(part.replace(/:.*$/u, "")));
  const within = (text: string) => text.trim() !== "" && Number.isFinite(Number(text));
  const checks: Readonly<Record<string, (text: string) => boolean>> = {
    [key("table")]: (text) => text === nobody || stancesIn(text).every(({ seat }) => seats.includes(seat)),
    [key("response")]: (text) => rules.includes(text),
    [key("minimum")]: within,
    [key("penalty")]: within,
    [key("pay")]: (text) => writePay(readPay(text, seats)) !== "" && known(text),
    [key("seat")]: known,
    [key("deciding")]: known,
    ...Object.fromEntries(ranges.map(({ name }) => [assumedKey(name), within])),
  };
  return Object.entries(choices).flatMap(([name, text]) =>
    name.startsWith(key("")) && checks[name]?.(text) !== true ? [name] : [],
  );
}

function tableText(table: Profile, seats: readonly string[]): string | undefined {
  const name = nameOfTable(table, seats);
  return name === seats.join() ? undefined : name || nobody;
}

function number(text: string | undefined, low: number, high: number): number | undefined {
  const value = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : undefined;
}

const named = (text: string, seats: readonly string[]): string[] =>
  seats.filter((id) => text.split(",").includes(id));
