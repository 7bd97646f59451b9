/** Small windows over the page, one at a time. */
export type DialogRequest =
  | { readonly kind: "cite"; readonly id: string; readonly title: string }
  | { readonly kind: "embed"; readonly id: string; readonly title: string };

export const dialogs = $state<{ open: DialogRequest | undefined }>({ open: undefined });

export function openDialog(request: DialogRequest): void {
  dialogs.open = request;
}
