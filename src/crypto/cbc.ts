/** Cipher block chaining (NIST SP 800-38A section 6.2) over the block ciphers of this room; no padding here. */

/** Decryption of one block. */
export interface BlockDecryptor {
  readonly blockBytes: number;
  /** Reads a block of `input` and writes one of `output`, each at its offset; the two may be the same block. */
  decryptBlock(input: Uint8Array, inputOffset: number, output: Uint8Array, outputOffset: number): void;
}

/** Both directions. */
export interface BlockCipher extends BlockDecryptor {
  /** As {@link BlockDecryptor.decryptBlock}. */
  encryptBlock(input: Uint8Array, inputOffset: number, output: Uint8Array, outputOffset: number): void;
}

/**
 * Decrypts whole blocks into a new array.
 * @throws {RangeError} naming `iv` or `data` where the length does not fit the block
 */
export function decryptCbc(cipher: BlockDecryptor, iv: Uint8Array, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const { blockBytes } = cipher;
  requireBlocks(blockBytes, iv, data);
  const output = new Uint8Array(data.length);
  let previous = iv;
  let previousOffset = 0;
  for (let offset = 0; offset < data.length; offset += blockBytes) {
    cipher.decryptBlock(data, offset, output, offset);
    for (let i = 0; i < blockBytes; i++) {
      output[offset + i] = (output[offset + i] as number) ^ (previous[previousOffset + i] as number);
    }
    previous = data;
    previousOffset = offset;
  }
  return output;
}

/**
 * Encrypts whole blocks into a new array.
 * @throws {RangeError} naming `iv` or `data` where the length does not fit the block
 */
export function encryptCbc(cipher: BlockCipher, iv: Uint8Array, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const { blockBytes } = cipher;
  requireBlocks(blockBytes, iv, data);
  const output = new Uint8Array(data.length);
  let previous = iv;
  let previousOffset = 0;
  for (let offset = 0; offset < data.length; offset += blockBytes) {
    for (let i = 0; i < blockBytes; i++) {
      output[offset + i] = (data[offset + i] as number) ^ (previous[previousOffset + i] as number);
    }
    cipher.encryptBlock(output, offset, output, offset);
    previous = output;
    previousOffset = offset;
  }
  return output;
}

function requireBlocks(blockBytes: number, iv: Uint8Array, data: Uint8Array): void {
  if (iv.length !== blockBytes) throw new RangeError(`"iv" expected ${blockBytes} bytes, got ${iv.length}`);
  if (data.length % blockBytes !== 0) {
    throw new RangeError(`"data" expected a multiple of ${blockBytes} bytes, got ${data.length}`);
  }
}
