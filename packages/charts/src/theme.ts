/** Colours and type of a picture. Chosen so that text has 4.5:1 and marks 3:1 against the background in both themes. */
export interface Theme {
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly land: string;
  readonly gain: string;
  readonly loss: string;
  readonly series: readonly string[];
  readonly font: string;
  /** Multiplies every letter size: large type and presentation mode. */
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const font =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

/** Okabe and Ito's colours, darkened where white ground asks for it. */
export const light: Theme = {
  background: "#ffffff",
  ink: "#1a1f24",
  muted: "#55606b",
  grid: "#dde2e7",
  land: "#e9e6df",
  gain: "#0b62a4",
  loss: "#b4530a",
  series: ["#0b62a4", "#b4530a", "#00795b", "#9a3f78", "#7a6a00", "#3d4f5c"],
  font,
  scale: 1,
};

export const dark: Theme = {
  background: "#14191e",
  ink: "#eef1f4",
  muted: "#a9b4bf",
  grid: "#313a43",
  land: "#2b3036",
  gain: "#6db6ee",
  loss: "#f2a65a",
  series: ["#6db6ee", "#f2a65a", "#4fd0a5", "#e69ac6", "#e0d04a", "#b7c4cf"],
  font,
  scale: 1,
};

/** Every series also has a dash, so that colour is never alone. */
export const dashes: readonly (string | undefined)[] = [undefined, "7 3", "2 3", "9 3 2 3", "12 4", "4 4"];

export function seriesColour(theme: Theme, index: number): string {
  return theme.series[index % theme.series.length] ?? theme.ink;
}
