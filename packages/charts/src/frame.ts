import { element, escapeText } from "./svg.js";
import type { Size, Theme } from "./theme.js";

/** Words that every picture carries; `summary` is one sentence for those who do not see it. */
export interface Caption {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly unit?: string;
}

/** The outer element: role, title and summary, background, letter. */
export function frame(caption: Caption, size: Size, theme: Theme, ...children: readonly string[]): string {
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${String(size.width)} ${String(size.height)}`,
      width: size.width,
      height: size.height,
      role: "img",
      "aria-labelledby": `${caption.id}-title ${caption.id}-summary`,
      "font-family": theme.font,
      "font-size": 12 * theme.scale,
      fill: theme.ink,
    },
    element("title", { id: `${caption.id}-title` }, escapeText(caption.title)),
    element("desc", { id: `${caption.id}-summary` }, escapeText(caption.summary)),
    element("rect", { width: size.width, height: size.height, fill: theme.background }),
    ...children,
  );
}
