// Whole numbers in memory that grows: what plain arrays do, without an object for every list.

export interface NumberList {
  /** What holds them; more than `length`, and another one when it has grown. */
  readonly numbers: Int32Array;
  readonly length: number;
  /** 0 where nothing was set. */
  at(index: number): number;
  set(index: number, value: number): void;
  push(value: number): void;
  /** Keeps the memory; what was set by `set` beyond the length stays. */
  clear(): void;
}

export function makeNumberList(capacity = 1024): NumberList {
  let numbers = new Int32Array(capacity);
  let length = 0;
  const reserve = (index: number): void => {
    if (index < numbers.length) return;
    const larger = new Int32Array(Math.max(numbers.length * 2, index + 1));
    larger.set(numbers);
    numbers = larger;
  };
  return {
    get numbers() {
      return numbers;
    },
    get length() {
      return length;
    },
    at: (index) => (index < numbers.length ? (numbers[index] as number) : 0),
    set: (index, value) => {
      reserve(index);
      numbers[index] = value;
    },
    push: (value) => {
      reserve(length);
      numbers[length++] = value;
    },
    clear: () => {
      length = 0;
    },
  };
}
