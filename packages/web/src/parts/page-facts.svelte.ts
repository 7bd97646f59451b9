/** What pictures say of the page they stand on; set once by the page. */
export const pageFacts = $state<{
  versions: { readonly model: string; readonly data: string };
  address: (embed?: string) => string;
}>({ versions: { model: "", data: "" }, address: () => "" });
