// Puts together again what xtask has packed; pack.rs says how and why, and pack/read.rs does the same under the same names.
// It joins the JavaScript of the module. What is damaged is an error and no loop without an end: each round takes a byte.

/** The module; whatever hinders that is damage. */
export function unpack(packed) {
  try {
    return joined(packed);
  } catch (cause) {
    throw new Error("The module is damaged.", { cause });
  }
}

function joined(packed) {
  const fail = () => {
    throw new RangeError("There is more or less than was to be.");
  };

  // ---- What is where ----

  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      if (at >= packed.length) fail();
      const digit = packed[at++];
      value |= (digit & 127) << shift;
      if (digit < 128) return value >>> 0;
    }
  };
  const length = number();
  const functions = number();
  const module = new Uint8Array(length);
  let end = 0;

  // By its code: the opcode that a symbol stands for, and where the operands that it says begin and end.
  const opcodes = Uint8Array.from({ length: 256 }, (_, code) => code);
  const said = new Uint32Array(256);
  const saidEnd = new Uint32Array(256);
  for (let symbols = number(); symbols > 0; symbols -= 1) {
    const code = number();
    opcodes[code] = number();
    const bytes = number();
    said[code] = at;
    saidEnd[code] = at += bytes;
  }

  // By its key: where what is left of a stream begins and ends. The last is what the present symbol says.
  const [HEAD, TAIL, SYMBOLS, DECLARATIONS, COUNTS, TYPES, LOADS, SAID] = [0, 1, 2, 3, 4, 5, 8, 0x400];
  const starts = new Uint32Array(SAID + 1);
  const ends = new Uint32Array(SAID + 1);
  const keys = [];
  for (let streams = number(), key = 0; streams > 0; streams -= 1) {
    keys.push((key += number()));
    ends[key] = number();
  }
  for (const key of keys) {
    starts[key] = at;
    ends[key] = at += ends[key];
  }
  if (at !== packed.length) fail();

  // ---- Copying ----

  const bytes = (key, count) => {
    const start = starts[key];
    if (!(count <= ends[key] - start)) fail();
    starts[key] += count;
    module.set(packed.subarray(start, start + count), end);
    end += count;
  };
  /** Copies a number; returns what it is without a sign. */
  const copy = (key) => {
    const stop = ends[key];
    let start = starts[key];
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      if (!(start < stop)) fail();
      const digit = packed[start++];
      module[end++] = digit;
      value |= (digit & 127) << shift;
      if (digit < 128) break;
    }
    starts[key] = start;
    return value >>> 0;
  };
  const copies = (key, count) => {
    for (; count > 0; count -= 1) copy(key);
  };
  const put = (value) => {
    for (; value > 127; value >>>= 7) module[end++] = value | 128;
    module[end++] = value;
  };

  // ---- Functions ----

  // The locals of a function, the one used last first. From the place `used` on, each is where its index says.
  const recent = new Uint16Array(50_000);
  let used = recent.length;
  /** Uses the local at a place; returns its index. */
  const use = (place) => {
    if (!(place >= 0 && place < recent.length)) fail();
    const local = recent[place];
    for (let index = place; index > 0; index -= 1) recent[index] = recent[index - 1];
    if (used <= place) used = place + 1;
    recent[0] = local;
    return local;
  };

  // How many numbers follow an opcode, where it is always the same number; and how many the second part of one that has two.
  const operands = new Uint8Array(256);
  for (const [first, last, count] of [
    [0x02, 0x04, 1], [0x0c, 0x0d, 1], [0x10, 0x10, 1], [0x11, 0x11, 2], [0x23, 0x26, 1], [0x28, 0x3e, 2], [0x3f, 0x42, 1],
    [0xd0, 0xd0, 1], [0xd2, 0xd2, 1],
  ]) operands.fill(count, first, last + 1);
  const seconds = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

  /** The stream of an instruction's operands. `next` is the symbol after it. */
  const stream = (opcode, next) => {
    if (opcode === 0x41) return 0x100 + next;
    if (opcode === 0x42) return 0x200 + next;
    if (opcode >= 0x28 && opcode <= 0x35) return LOADS + Math.min(recent[0], 7);
    if (opcode >= 0x36 && opcode <= 0x3e) return 0x336;
    return 0x300 + (opcode === 0x22 ? 0x21 : opcode);
  };

  const instruction = () => {
    if (!(starts[SYMBOLS] < ends[SYMBOLS])) fail();
    const symbol = packed[starts[SYMBOLS]++];
    const opcode = opcodes[symbol];
    module[end++] = opcode;
    const rest = stream(opcode, packed[starts[SYMBOLS]]);
    starts[SAID] = said[symbol];
    ends[SAID] = saidEnd[symbol];
    const key = starts[SAID] < ends[SAID] ? SAID : rest;
    if (opcode === 0x20) {
      const start = end;
      const place = copy(key);
      end = start;
      put(use(place));
    } else if (opcode === 0x21 || opcode === 0x22) {
      use(recent.indexOf(copy(key)));
    } else if (opcode === 0x0e || opcode === 0x1c) {
      copies(key, copy(key) + (opcode === 0x0e ? 1 : 0));
    } else if (opcode === 0x43 || opcode === 0x44) {
      bytes(key, opcode === 0x43 ? 4 : 8);
    } else if (opcode === 0xfc) {
      copies(key, seconds[copy(key)]);
    } else if (operands[opcode] === 2) {
      copy(key);
      copy(starts[SAID] < ends[SAID] ? SAID : rest);
    } else if (operands[opcode] === 1) {
      copy(key);
    }
    return opcode;
  };

  bytes(HEAD, ends[HEAD] - starts[HEAD]);
  for (let index = 0; index < functions; index += 1) {
    for (let local = 0; local < used; local += 1) recent[local] = local;
    used = 0;
    const start = end;
    for (let declarations = copy(DECLARATIONS); declarations > 0; declarations -= 1) {
      copy(COUNTS);
      bytes(TYPES, 1);
    }
    for (let depth = 1; depth > 0; ) {
      const opcode = instruction();
      if (opcode >= 0x02 && opcode <= 0x04) depth += 1;
      if (opcode === 0x0b) depth -= 1;
    }
    // The length of a function stands before it, and is known only now.
    const body = end - start;
    const digits = body < 1 << 7 ? 1 : body < 1 << 14 ? 2 : body < 1 << 21 ? 3 : 4;
    module.copyWithin(start + digits, start, end);
    end = start;
    put(body);
    end += body;
  }
  bytes(TAIL, ends[TAIL] - starts[TAIL]);
  if (end !== length) fail();
  return module;
}
