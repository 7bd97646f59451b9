import type { Origin } from "./origin.js";

/** The one card that tells where a number comes from: what it shows, and beside what. */
export const card = $state<{ origin: Origin | undefined; x: number; y: number; pinned: boolean }>({
  origin: undefined,
  x: 0,
  y: 0,
  pinned: false,
});

let leaving: ReturnType<typeof setTimeout> | undefined;
let opener: HTMLElement | SVGElement | undefined;
/** While focus goes back to the number whose card was closed, which would else open it again. */
let returning = false;

/** @param pinned stays until closed (click, tap, Enter); else until pointer or focus leaves. */
export function showOrigin(origin: Origin | undefined, beside: Element, pinned: boolean): void {
  if (origin === undefined || returning || (card.pinned && !pinned)) return;
  clearTimeout(leaving);
  const box = beside.getBoundingClientRect();
  card.origin = origin;
  card.x = box.left + box.width / 2;
  card.y = box.bottom;
  card.pinned = pinned;
  opener = beside as HTMLElement | SVGElement;
}

export function leaveOrigin(): void {
  if (card.pinned) return;
  clearTimeout(leaving);
  leaving = setTimeout(closeOrigin, 250);
}

/** The pointer is over the card itself: it stays. */
export function stayOrigin(): void {
  clearTimeout(leaving);
}

export function closeOrigin(): void {
  const pinned = card.pinned;
  card.origin = undefined;
  card.pinned = false;
  if (!pinned || opener?.isConnected !== true) return;
  returning = true;
  opener.focus({ preventScroll: true });
  returning = false;
}
