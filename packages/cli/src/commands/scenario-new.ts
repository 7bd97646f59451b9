import { usageError } from "../errors/usage.js";
import { defineCommand } from "../command/command.js";

function template(name: string): string {
  return `# Check it with: didym scenario check ${name}.yaml
# The levers and their fields: didym explain tariff, didym scenario schema
schema: didym/scenario@1
name: ${name}
title: { en: ${name}, zh: ${name} }
horizon: [2024, 2040]
members: [USA, CAN, JPN, GBR, DEU, FRA, ITA, EU, AUS, IND, KOR, MEX]
levers:
  - tariff: { importers: members, exporters: [CHN], goods: [magnet.*], rate: 25%, from: 2026 }
`;
}

export const scenarioNew = defineCommand({
  name: "scenario new",
  schema: "didym/scenario-new@1",
  positionals: [{ name: "NAME", brief: { en: "the name, in kebab-case", zh: "名称（kebab-case）" } }],
  flags: {},
  examples: [
    {
      args: "scenario new my-package",
      does: { en: "print a scenario to start from", zh: "输出一个起始情景" },
    },
    { args: "scenario new my-package --output my-package.yaml", does: { en: "write it", zh: "写入文件" } },
    { args: "scenario check my-package.yaml", does: { en: "check it", zh: "检查" } },
  ],
  run: (_context, { positionals: [name] }) => {
    if (!/^[a-z][a-z0-9-]*$/u.test(name)) {
      throw usageError("INVALID_ARGUMENT", { path: "NAME", found: name, expected: "kebab-case" });
    }
    const text = template(name);
    return Promise.resolve({ data: { name, file: `${name}.yaml`, text }, tables: [], text });
  },
});
