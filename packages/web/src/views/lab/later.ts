/** Parts of the Lab below its first screen, fetched once that stands. */
export { default as Compare } from "./parts/Compare.svelte";
export { default as FlowPictures } from "./parts/FlowPictures.svelte";
export { default as TakeAway } from "./parts/TakeAway.svelte";
export { default as WhyPanel } from "./parts/WhyPanel.svelte";
export { default as PrintedLevers } from "./parts/PrintedLevers.svelte";
