/** The records of a zip, one a file: of those of several zips another can be put together (APPNOTE 6.3.10). Pure. */

/** A file as a zip holds it. */
export interface ZipRecord {
  /** Its header, its bytes, deflated, and what follows them: 4.3.7 to 4.3.9. */
  readonly local: Uint8Array;
  /** Its line in the list at the end: 4.3.12. */
  readonly listed: Uint8Array;
}

/** Bytes of the end record, 4.3.16, where it has no comment. */
const endLength = 22;

/** More files are counted in a record that is none of these. */
export const mostRecords = 0xffff - 1;

/** @param zip of at most `mostRecords` files, each behind the one that is listed before it, without a comment */
export function recordsOf(zip: Uint8Array): ZipRecord[] {
  const view = viewOf(zip);
  const end = zip.length - endLength;
  const list = view.getUint32(end + 16, true);
  const found: { offset: number; listed: Uint8Array }[] = [];
  for (let at = list; at < end; ) {
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const next = at + 46 + Number(name) + Number(extra) + Number(comment);
    found.push({ offset: view.getUint32(at + 42, true), listed: zip.subarray(at, next) });
    at = next;
  }
  return found.map(({ offset, listed }, index) => {
    return { local: zip.subarray(offset, found[index + 1]?.offset ?? list), listed };
  });
}

/** @param records at most `mostRecords`, together less than 4 GB */
export function zipOf(records: readonly ZipRecord[]): Uint8Array {
  const list = lengthOf(records.map(({ local }) => local));
  const end = list + lengthOf(records.map(({ listed }) => listed));
  const zip = new Uint8Array(end + endLength);
  const view = viewOf(zip);
  let offset = 0;
  let line = list;
  for (const { local, listed } of records) {
    zip.set(local, offset);
    zip.set(listed, line);
    view.setUint32(line + 42, offset, true);
    offset += local.length;
    line += listed.length;
  }
  view.setUint32(end, 0x06054b50, true);
  view.setUint16(end + 8, records.length, true);
  view.setUint16(end + 10, records.length, true);
  view.setUint32(end + 12, end - list, true);
  view.setUint32(end + 16, list, true);
  return zip;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
