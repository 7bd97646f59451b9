import type { Language } from "@didym/messages";
import { begin, record, redo, settle, undo, type History } from "./history.js";
import type { Edits } from "./edits.js";
import { linkOf, openLink } from "./page-link.js";
import { beginState, type ChangeName, type Choices, type Look, type PageState } from "./page-state.js";

/** The page's one state: history of what can be undone, and the year looked at. Views change it only through these methods. */
export class Page {
  private history = $state.raw<History<PageState>>(begin(beginState("en")));
  year = $state(2030);
  /** The scenario opened last; the first reset goes back to it. */
  opened = $state.raw<string>("");

  constructor(state: PageState, year: number) {
    this.history = begin(state);
    this.year = year;
    this.opened = state.edits.base;
  }

  get now(): PageState {
    return this.history.present;
  }
  get edits(): Edits {
    return this.history.present.edits;
  }
  get look(): Look {
    return this.history.present.look;
  }
  get language(): Language {
    return this.history.present.language;
  }
  get undoName(): string | undefined {
    return this.history.past.at(-1)?.change;
  }
  get redoName(): string | undefined {
    return this.history.future[0]?.change;
  }

  /** @param group changes of one drag share it and make one step, settled on release. */
  edit(edits: Edits, name: ChangeName, group?: string): void {
    this.set({ ...this.now, edits }, name, group);
  }
  lookAt(look: Partial<Look>): void {
    this.set({ ...this.now, look: { ...this.look, ...look } }, "look");
  }
  get choices(): Choices {
    return this.history.present.choices;
  }
  /** What a view chooses, by its key in links; undefined goes back to the view's own default. */
  choose(
    choices: Readonly<Record<string, string | undefined>>,
    group?: string,
    name: ChangeName = "choice",
  ): void {
    const known = { ...this.choices, ...choices };
    const kept = Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== undefined);
    this.set({ ...this.now, choices: Object.fromEntries(kept) }, name, group);
  }
  goTo(view: string): void {
    if (view !== this.now.view) this.set({ ...this.now, view }, `view ${view}`);
  }
  speak(language: Language): void {
    if (language !== this.language) this.set({ ...this.now, language }, "language");
  }
  open(edits: Edits, name: ChangeName): void {
    this.opened = edits.base;
    this.edit(edits, name);
  }
  settle(): void {
    if (this.history.group === undefined) return;
    this.history = settle(this.history);
    this.write("replaceState");
  }
  undo(): void {
    this.history = undo(this.history);
    this.write("pushState");
  }
  redo(): void {
    this.history = redo(this.history);
    this.write("pushState");
  }
  setYear(year: number): void {
    this.year = year;
    this.write("replaceState");
  }

  /** What the address says, after Back or Forward. */
  follow(search: string): void {
    const { state, year } = openLink(search, this.language);
    this.history = record(this.history, state, "look");
    this.year = year;
  }

  private set(next: PageState, name: ChangeName, group?: string): void {
    const goesOn = group !== undefined && group === this.history.group;
    this.history = record(this.history, next, name, group);
    this.write(goesOn ? "replaceState" : "pushState");
  }

  /** A drag begins with an entry of its own, which is replaced until release; a thousand events a second write ten times. */
  private write(how: "pushState" | "replaceState"): void {
    clearTimeout(this.pending);
    const put = () => {
      history[how](null, "", location.pathname + linkOf(this.now, this.year) + location.hash);
    };
    if (how === "pushState") put();
    else this.pending = setTimeout(put, 100);
  }
  private pending: ReturnType<typeof setTimeout> | undefined;
}
