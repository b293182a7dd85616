import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildZip } from '../../../../src/core/report/build-zip.ts';
import { freshFolder } from '../../fresh-folder.ts';

const folder = freshFolder('zip');

const encoder = new TextEncoder();
const FILES = { 'a.csv': encoder.encode('一,2\r\n'), 'b.csv': new Uint8Array(0) };

describe('buildZip', () => {
  it('stores content with its checksum and size, and finds it again from the directory', () => {
    const zip = Buffer.from(buildZip(FILES));
    const end = zip.length - 22;
    expect(zip.readUInt32LE(end)).toBe(0x06054b50);
    expect(zip.readUInt16LE(end + 10)).toBe(2);
    const directory = zip.readUInt32LE(end + 16);
    expect(zip.readUInt32LE(directory)).toBe(0x02014b50);
    expect(zip.readUInt32LE(directory + 16)).toBe(crc32(FILES['a.csv']));
    const local = zip.readUInt32LE(directory + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26);
    expect(zip.subarray(start, start + zip.readUInt32LE(directory + 24)).toString()).toBe('一,2\r\n');
  });

  it('is read by an independent program, where there is one', ({ skip }) => {
    const file = path.join(folder, 't.zip');
    writeFileSync(file, buildZip(FILES));
    try {
      execFileSync('python3', ['--version'], { stdio: 'ignore' });
    } catch {
      skip('no python3 here to read the archive with');
    }
    const script = 'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),z.namelist())';
    expect(execFileSync('python3', ['-c', script, file]).toString().trim()).toBe("None ['a.csv', 'b.csv']");
  });
});
