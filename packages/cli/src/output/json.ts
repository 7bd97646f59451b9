const timing = new Set(["milliseconds", "seconds"]);

function plainNumber(value: number, path: string): number {
  if (!Number.isFinite(value)) throw new Error(`${path} is ${value}: an answer holds finite numbers only`);
  return value;
}

/**
 * A copy that is plain JSON: typed arrays become arrays, absent keys are dropped, durations stand last in their
 * object or are left out. Throws where a number is not finite: an answer never holds a silent null.
 */
export function plain(value: unknown, keepTiming: boolean, path = "$"): unknown {
  if (typeof value === "number") return plainNumber(value, path);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item, at) => plain(item, keepTiming, `${path}[${at}]`));
  if (ArrayBuffer.isView(value)) {
    return Array.from(value as unknown as ArrayLike<number>, (item, at) =>
      plainNumber(item, `${path}[${at}]`),
    );
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const lasting = entries.filter(([key]) => !timing.has(key));
  const durations = keepTiming ? entries.filter(([key]) => timing.has(key)) : [];
  return Object.fromEntries(
    [...lasting, ...durations].map(([key, item]) => [key, plain(item, keepTiming, `${path}.${key}`)]),
  );
}

const width = 110;

function isFlat(value: object): boolean {
  return Object.values(value).every((item) => item === null || typeof item !== "object");
}

function entriesOf(value: object, indent: string): string[] {
  const inner = `${indent}  `;
  if (Array.isArray(value)) return value.map((item: unknown) => print(item, inner));
  return Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${print(item, inner)}`);
}

/** JSON with two spaces; flat objects and lists stay on one line where they fit. */
function print(value: unknown, indent: string): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const entries = entriesOf(value, indent);
  if (entries.length === 0) return open + close;
  const line = Array.isArray(value)
    ? `${open}${entries.join(", ")}${close}`
    : `${open} ${entries.join(", ")} ${close}`;
  if (isFlat(value) && (indent.length + line.length <= width || isNumbers(value))) return line;
  return `${open}\n${entries.map((entry) => `${indent}  ${entry}`).join(",\n")}\n${indent}${close}`;
}

function isNumbers(value: object): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "number");
}

/** One JSON document for people and programs, ending in a new line. */
export function jsonText(value: unknown): string {
  return `${print(value, "")}\n`;
}
