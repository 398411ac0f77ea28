// Whole numbers in memory that grows: what plain arrays do, without an object for every list.

/** A class, unlike the rest: its methods are called for every word of an archive, and those of one class the engine compiles into their callers. */
export class NumberList {
  /** What holds them; more than `length`, and another one when it has grown. */
  numbers: Int32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.numbers = new Int32Array(capacity);
  }

  /** 0 where nothing was set. */
  at(index: number): number {
    return index < this.numbers.length ? (this.numbers[index] as number) : 0;
  }

  set(index: number, value: number): void {
    if (index >= this.numbers.length) this.reserve(index + 1);
    this.numbers[index] = value;
  }

  push(value: number): void {
    if (this.length >= this.numbers.length) this.reserve(this.length + 1);
    this.numbers[this.length++] = value;
  }

  pushAll({ numbers, length }: NumberList): void {
    for (let n = 0; n < length; n++) this.push(numbers[n] as number);
  }

  /** Keeps the memory; what was set by `set` beyond the length stays. */
  clear(): void {
    this.length = 0;
  }

  /** Makes room for so many in all. */
  reserve(count: number): void {
    if (count <= this.numbers.length) return;
    const larger = new Int32Array(Math.max(this.numbers.length * 2, count));
    larger.set(this.numbers);
    this.numbers = larger;
  }
}
