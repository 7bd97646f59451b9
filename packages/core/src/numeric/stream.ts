import { log } from "./elementary.js";

const MASK = (1n << 64n) - 1n;

/** SplitMix64 (Steele, Lea, Flood 2014): turns related seeds into unrelated states. */
function splitMix(state: bigint): { state: bigint; value: bigint } {
  const next = (state + 0x9e3779b97f4a7c15n) & MASK;
  let z = next;
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
  return { state: next, value: z ^ (z >> 31n) };
}

/** FNV-1a, 64 bits, over UTF-16 code units. */
function hashName(name: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < name.length; i++) hash = ((hash ^ BigInt(name.charCodeAt(i))) * 0x100000001b3n) & MASK;
  return hash;
}

/**
 * Seeded random numbers (xoshiro128++, Blackman & Vigna 2019). A name opens its own stream, so that drawing more
 * in one place changes nothing in another.
 */
export class Stream {
  readonly #key: bigint;
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** @param seed any integer up to 2^53 in size. */
  constructor(seed: number | bigint, name = "") {
    const mixed = splitMix(BigInt(seed) & MASK);
    this.#key = mixed.value ^ hashName(name);
    const first = splitMix(this.#key);
    const second = splitMix(first.state);
    this.#a = Number(first.value & 0xffffffffn) | 0;
    this.#b = Number(first.value >> 32n) | 0;
    this.#c = Number(second.value & 0xffffffffn) | 0;
    this.#d = Number(second.value >> 32n) | 1;
  }

  /** An independent stream; does not advance this one. */
  substream(name: string): Stream {
    return new Stream(this.#key, name);
  }

  /** 32 random bits, 0 … 2^32 − 1. */
  bits(): number {
    const sum = (this.#a + this.#d) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + this.#a) | 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result >>> 0;
  }

  /** Uniform on [0, 1), 53 bits. */
  uniform(): number {
    const high = this.bits() >>> 5;
    const low = this.bits() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** Whole number 0 … count − 1, without bias worth naming (53 bits). */
  integer(count: number): number {
    return Math.floor(this.uniform() * count);
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** Standard normal (Marsaglia's polar method). */
  normal(): number {
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) return x * Math.sqrt((-2 * log(square)) / square);
    }
  }

  /** Fisher–Yates, in place. */
  shuffle<T>(items: T[]): T[] {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      [items[i], items[j]] = [items[j], items[i]];
    }
    return items;
  }
}
