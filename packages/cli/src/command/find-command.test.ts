import type { IssueError } from "@didym/core/errors";
import { describe, expect, it } from "vitest";
import { register } from "../commands/register.js";
import { findCommand } from "./find-command.js";

const nameOf = (...argv: string[]) => findCommand(argv, register).entry?.name;

function issueOf(...argv: string[]) {
  try {
    findCommand(argv, register);
  } catch (error) {
    return (error as IssueError).issues[0];
  }
  return undefined;
}

describe("finding the command", () => {
  it("takes one word or two, and global flags before it", () => {
    expect(nameOf("explain", "hhi")).toBe("explain");
    expect(nameOf("data", "show", "prices")).toBe("data show");
    expect(nameOf("--lang", "zh", "--json", "explain", "hhi")).toBe("explain");
    expect(nameOf("-o", "explain", "doctor")).toBe("doctor");
  });

  it("leaves the rest in order", () => {
    expect(findCommand(["--json", "data", "--all", "show", "prices"], register).rest).toEqual([
      "--json",
      "--all",
      "prices",
    ]);
  });

  it("knows groups", () => {
    expect(findCommand(["data"], register)).toMatchObject({ entry: undefined, group: "data" });
    expect(issueOf("data", "shwo")).toMatchObject({ code: "UNKNOWN_COMMAND", nearest: "data show" });
  });

  it("names the nearest command", () => {
    expect(issueOf("explian")).toMatchObject({
      code: "UNKNOWN_COMMAND",
      found: "explian",
      nearest: "explain",
    });
  });

  it("finds every command by its own name", async () => {
    for (const entry of register) {
      expect(nameOf(...entry.name.split(" "))).toBe(entry.name);
      expect((await entry.load()).name).toBe(entry.name);
    }
  });
});
