import { leverKinds, leverOf } from "@didym/core/levers";
import type { Catalogue, Explanation } from "@didym/messages";
import type { Tool } from "./tool.js";

/** The tool that names the levers; it calls no command. */
export const listLevers: Tool = {
  name: "list_levers",
  description:
    "The policy levers a scenario may use: what each does, its equation, and its fields with units, bounds, choices and defaults.",
  properties: { kind: { type: "string", description: "one lever, such as price-floor; without it all" } },
  required: [],
  command: () => ({ args: [] }),
};

/** Levers with words and fields. */
export function leverList({ levers }: Catalogue, kind: unknown): unknown[] {
  const words: Readonly<Record<string, Explanation>> = levers;
  return leverKinds
    .filter((one) => kind === undefined || one === kind)
    .map((one) => {
      const { text, equation } = words[one];
      const fields = Object.entries(leverOf(one)!.fields).map(([name, { facts }]) => ({ name, ...facts }));
      return { kind: one, text, equation, fields };
    });
}
