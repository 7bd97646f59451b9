import { readDataFolder } from "@didym/data";
import type { OutFile } from "../command/answer.js";
import { dataFolder } from "../data/data-folder.js";

const shipped = "rare-earths";
/** What a chain stands on besides its own tables. */
const shared =
  /^(?:sources|units|places|place_names|grade_exceptions)\.csv$|^assumptions\/|^evidence\/(?:baskets|basket_parts|deposits)\.csv$/u;

interface DataPackage {
  readonly resources: readonly { readonly name: string; readonly path: string }[];
}

/**
 * A data folder that holds one chain under a name of its own: the shipped one as a pattern that works, with the sources it cites, to be
 * edited table by table.
 */
export function newChainFiles(name: string): OutFile[] {
  const files = readDataFolder(dataFolder());
  const own = `chain/${shipped}/`;
  const kept = Object.keys(files).filter((path) => path.startsWith(own) || shared.test(path));
  const described = JSON.parse(files["datapackage.json"]) as DataPackage;
  const resources = described.resources
    .filter(({ path }) => kept.includes(path))
    .map((resource) => ({ ...resource, path: renamed(resource.path, name) }));
  const cited = kept.filter((path) => path !== "sources.csv").map((path) => files[path]);
  return [
    {
      name: "datapackage.json",
      content: `${JSON.stringify({ ...described, name, title: name, resources }, null, 2)}\n`,
    },
    ...kept.map((path) => ({
      name: renamed(path, name),
      content: path === "sources.csv" ? citedOnly(files[path], cited) : files[path],
    })),
  ];
}

const renamed = (path: string, name: string): string => path.replace(`chain/${shipped}/`, `chain/${name}/`);

/** Rows of the table of sources whose id or another name of theirs is used. */
function citedOnly(sources: string, texts: readonly string[]): string {
  const used = new Set(texts.flatMap((text) => text.split(/[^\w.-]+/u)));
  const [header, ...rows] = sources.split("\n");
  const aliases = header.split(",").indexOf("aliases");
  const isUsed = (row: string): boolean => {
    const names = [
      row.split(",")[0],
      ...(row.split(",").at(aliases - header.split(",").length) ?? "").split(/[; ]+/u),
    ];
    return names.some((id) => id !== "" && used.has(id));
  };
  return [header, ...rows.filter((row) => row === "" || isUsed(row))].join("\n");
}
