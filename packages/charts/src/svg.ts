export type Attributes = Readonly<Record<string, string | number | undefined>>;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const special = /[&<>"']/u;

export function escapeText(text: string): string {
  return special.test(text)
    ? text.replace(/[&<>"']/gu, (character) => escapes[character] ?? character)
    : text;
}

/** Coordinates to a hundredth of a pixel: equal pictures on every machine. */
export function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** One element as text; attributes that are undefined are left out, numbers are rounded, children are already markup. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let written = `<${name}`;
  for (const key of Object.keys(attributes)) {
    const value = attributes[key];
    if (value !== undefined)
      written += ` ${key}="${typeof value === "number" ? px(value) : escapeText(value)}"`;
  }
  return children.length === 0 ? `${written}/>` : `${written}>${children.join("")}</${name}>`;
}

export function text(x: number, y: number, words: string, attributes: Attributes = {}): string {
  return element("text", { x, y, ...attributes }, escapeText(words));
}
