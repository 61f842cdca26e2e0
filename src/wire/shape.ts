/** What a shape answers when the data has another. */
export const none: unique symbol = Symbol('none');

/**
 * Reads data that a stranger may have sent: answers a copy that holds what the shape names and nothing
 * else, or `none`. Never throws.
 */
export type Shape<T> = (data: unknown) => T | typeof none;

/** What data of a shape is. */
export type Read<S> = S extends (data: unknown) => infer T ? Exclude<T, typeof none> : never;

/** A string of a length, in UTF-16 units. */
export const text =
  (most: number, least = 0): Shape<string> =>
  (data) =>
    typeof data === 'string' && data.length >= least && data.length <= most ? data : none;

export const flag: Shape<boolean> = (data) => (typeof data === 'boolean' ? data : none);

export const number: Shape<number> = (data) => (typeof data === 'number' ? data : none);

/** A whole number in a range, both ends included. */
export const integer =
  (least: number, most = Number.MAX_SAFE_INTEGER): Shape<number> =>
  (data) =>
    Number.isSafeInteger(data) && (data as number) >= least && (data as number) <= most
      ? (data as number)
      : none;

/** One of these values. */
export const oneOf =
  <const T extends readonly unknown[]>(...values: T): Shape<T[number]> =>
  (data) =>
    values.includes(data) ? data : none;

export const list =
  <T>(item: Shape<T>, most: number): Shape<readonly T[]> =>
  (data) => {
    if (!Array.isArray(data) || data.length > most) return none;
    const items: T[] = [];
    for (const one of data as unknown[]) {
      const read = item(one);
      if (read === none) return none;
      items.push(read);
    }
    return items;
  };

/** May be missing, or null. */
export const maybe =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (data) =>
    data === undefined || data === null ? undefined : shape(data);

type Shapes = Readonly<Record<string, Shape<unknown>>>;

type Fields<S extends Shapes> = {
  readonly [K in keyof S as undefined extends Read<S[K]> ? never : K]: Read<S[K]>;
} & { readonly [K in keyof S as undefined extends Read<S[K]> ? K : never]?: Read<S[K]> };

/** An object with these fields. */
export const record =
  <S extends Shapes>(fields: S): Shape<Fields<S>> =>
  (data) => {
    if (typeof data !== 'object' || data === null) return none;
    const copy: Record<string, unknown> = {};
    for (const [name, shape] of Object.entries(fields)) {
      const read = shape((data as Record<string, unknown>)[name]);
      if (read === none) return none;
      if (read !== undefined) copy[name] = read;
    }
    return copy as Fields<S>;
  };

/** The first shape that fits. */
export const either =
  <S extends readonly Shape<unknown>[]>(...shapes: S): Shape<Read<S[number]>> =>
  (data) => {
    for (const shape of shapes) {
      const read = shape(data);
      if (read !== none) return read as Read<S[number]>;
    }
    return none;
  };
