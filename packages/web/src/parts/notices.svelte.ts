/** Short messages to the visitor, dismissed one by one; never markup. */
export const notices = $state<{ list: readonly { readonly id: number; readonly text: string }[] }>({
  list: [],
});
let last = 0;

export function notify(text: string): void {
  if (notices.list.some((notice) => notice.text === text)) return;
  last += 1;
  notices.list = [...notices.list.slice(-4), { id: last, text }];
}

export function dismiss(id: number): void {
  notices.list = notices.list.filter((notice) => notice.id !== id);
}
