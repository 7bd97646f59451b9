/** Parts of the Lab below its first screen, fetched once that stands. */
export { default as Compare } from "./parts/Compare.svelte";
export { default as FlowPictures } from "./parts/FlowPictures.svelte";
export { default as TakeAway } from "./parts/TakeAway.svelte";
