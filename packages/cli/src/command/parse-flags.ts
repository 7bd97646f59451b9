import { nearestName } from "@didym/core/errors";
import { usageError } from "../errors/usage.js";
import type { FlagSpec, FlagSpecs } from "./flags.js";

/** Words and flag texts as they stand on the command line. */
export interface RawArguments {
  readonly words: readonly string[];
  readonly flags: ReadonlyMap<string, readonly string[]>;
}

const shorthands: Readonly<Record<string, string>> = { "-h": "--help", "-V": "--version", "-o": "--output" };

/** Splits `--name=value`. */
function splitFlag(text: string): { name: string; value: string | undefined } {
  const at = text.indexOf("=");
  return at < 0
    ? { name: text.slice(2), value: undefined }
    : { name: text.slice(2, at), value: text.slice(at + 1) };
}

function unknownFlag(name: string, specs: FlagSpecs, command: string): Error {
  const valid = Object.keys(specs).map((flag) => `--${flag}`);
  const near = nearestName(`--${name}`, valid);
  return usageError("UNKNOWN_FLAG", {
    found: `--${name}`,
    expected: valid,
    details: { command },
    ...(near === undefined ? {} : { nearest: near }),
  });
}

/** Separates words from flags. Throws UNKNOWN_FLAG (with the valid ones), MISSING_VALUE or UNEXPECTED_ARGUMENT. */
export function splitArguments(argv: readonly string[], specs: FlagSpecs, command: string): RawArguments {
  const words: string[] = [];
  const flags = new Map<string, string[]>();
  const add = (name: string, value: string) => flags.set(name, [...(flags.get(name) ?? []), value]);
  for (let at = 0; at < argv.length; at += 1) {
    const arg = shorthands[argv[at]] ?? argv[at];
    if (arg === "--") return { words: [...words, ...argv.slice(at + 1)], flags };
    if (!arg.startsWith("--")) {
      if (/^-[a-z]/iu.test(arg)) throw unknownFlag(arg.replace(/^-+/u, ""), specs, command);
      words.push(arg);
      continue;
    }
    const { name, value } = splitFlag(arg);
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (spec === undefined) throw unknownFlag(name, specs, command);
    if (spec.kind === "switch") {
      if (value !== undefined) throw usageError("UNEXPECTED_ARGUMENT", { found: arg, details: { command } });
      add(name, "");
      continue;
    }
    const given = value ?? argv[(at += 1)];
    if (given === undefined || (value === undefined && given.startsWith("--"))) {
      throw usageError("MISSING_VALUE", {
        found: `--${name}`,
        ...(spec.value === undefined ? {} : { expected: spec.value }),
      });
    }
    add(name, given);
  }
  return { words, flags };
}

function expectedNumber(spec: FlagSpec & { kind: "integer" | "number" }): string {
  const kind = spec.kind === "integer" ? "integer" : "number";
  if (spec.least !== undefined && spec.most !== undefined) return `${kind} ${spec.least}…${spec.most}`;
  return spec.least === undefined ? kind : `${kind} ≥ ${spec.least}`;
}

function readNumber(flag: string, text: string, spec: FlagSpec & { kind: "integer" | "number" }): number {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  const whole = spec.kind === "number" || Number.isSafeInteger(number);
  const inside = number >= (spec.least ?? -Infinity) && number <= (spec.most ?? Infinity);
  if (Number.isFinite(number) && whole && inside) return number;
  throw usageError("INVALID_ARGUMENT", { path: flag, found: text, expected: expectedNumber(spec) });
}

function readChoice(flag: string, text: string, choices: readonly string[]): string {
  if (choices.includes(text)) return text;
  const near = nearestName(text, choices);
  throw usageError("INVALID_ARGUMENT", {
    path: flag,
    found: text,
    expected: choices,
    ...(near === undefined ? {} : { nearest: near }),
  });
}

function readFlag(name: string, texts: readonly string[] | undefined, spec: FlagSpec): unknown {
  if (spec.kind === "switch") return texts !== undefined;
  if (spec.kind === "list") return texts ?? [];
  const text = texts?.at(-1);
  if (text === undefined) return undefined;
  if (spec.kind === "text") return text;
  if (spec.kind === "choice") return readChoice(`--${name}`, text, spec.choices);
  return readNumber(`--${name}`, text, spec);
}

/** The typed values of all flags. Throws INVALID_ARGUMENT or MISSING_ARGUMENT. */
export function readFlags(
  raw: RawArguments["flags"],
  specs: FlagSpecs,
  command: string,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const value = readFlag(name, raw.get(name), spec);
    const empty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (spec.required === true && empty) {
      throw usageError("MISSING_ARGUMENT", { expected: `--${name}`, details: { command } });
    }
    values[name] = value;
  }
  return values;
}
