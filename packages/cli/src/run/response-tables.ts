import type { Cell, Table } from "../command/answer.js";
import type { Response } from "./respond.js";

/** The levers of an answer, and, where it was searched, what each volume is worth to who answers. */
export function responseTables({ rule, by, levers, search }: Response): Table[] {
  const rows = levers.flatMap((entry) =>
    Object.entries(entry).map(([kind, { id: _id, ...fields }]): Cell[] => [kind, fieldsText(fields)]),
  );
  const tables: Table[] = [
    {
      name: "response",
      title: { en: `${by} answers by ${rule}`, zh: `${by} 的回应：${rule}` },
      columns: [
        { key: "lever", title: { en: "lever", zh: "政策工具" }, kind: "text" },
        { key: "fields", title: { en: "what it does", zh: "内容" }, kind: "text" },
      ],
      rows: rows.length > 0 ? rows : [["none", ""]],
    },
  ];
  if (search === undefined) return tables;
  const free = search.asked.find(({ volume }) => volume === 1)?.welfare ?? 0;
  return [
    ...tables,
    {
      name: "search",
      title: {
        en: `Best volume ${percent(search.volume)}, worth ${search.gain.toPrecision(3)} MUSD to ${by}`,
        zh: `最优许可量 ${percent(search.volume)}，对 ${by} 值 ${search.gain.toPrecision(3)} 百万美元`,
      },
      columns: [
        { key: "volume", title: { en: "licensed volume", zh: "许可量" }, kind: "text" },
        { key: "gain", title: { en: "gain, present value, MUSD", zh: "所得现值，百万美元" }, kind: "number" },
      ],
      rows: search.asked.map(({ volume, welfare }): Cell[] => [percent(volume), welfare - free]),
    },
  ];
}

const percent = (share: number): string => `${Number((100 * share).toPrecision(3))}%`;

function fieldsText(fields: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(",") : String(value)}`)
    .join("; ");
}
