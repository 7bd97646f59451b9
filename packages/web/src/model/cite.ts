/** Citations of a result: title, versions and address; the sources of its figures are cited by their own. */
export interface Cited {
  readonly title: string;
  readonly version: string;
  readonly data: string;
  readonly address: string;
  /** ISO day on which it was looked at. */
  readonly accessed: string;
}

/** A year for print, taken from the day of access. */
const yearOf = (cited: Cited): string => cited.accessed.slice(0, 4);

export function bibtex(cited: Cited): string {
  const key = `didym-${cited.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "")
    .slice(0, 40)}`;
  return `@misc{${key},
  author       = {{Didym contributors}},
  title        = {${cited.title.replace(/[{}\\]/gu, "")}},
  year         = {${yearOf(cited)}},
  note         = {Didym ${cited.version}, data ${cited.data}},
  howpublished = {\\url{${cited.address}}},
  urldate      = {${cited.accessed}}
}`;
}

/** GB/T 7714-2015, electronic resource. */
export function gbt7714(cited: Cited): string {
  return `Didym contributors. ${cited.title}[EB/OL]. Didym ${cited.version}, data ${cited.data}. (${yearOf(cited)})[${cited.accessed}]. ${cited.address}.`;
}
