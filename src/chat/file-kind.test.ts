import { expect } from '@open-wc/testing';
import { hostileFiles, hostileNames } from '../testing/hostile-files.js';
import { checkFile, cleanName, type FileKind, isPicture, kindOf } from './file-kind.js';

const bytes = (content: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(content, (character) => character.charCodeAt(0));
const fileOf = (name: string, content: string, type = ''): File =>
  new File([bytes(content)], name, { type });
const rules = { accept: '', maxSize: 10_000_000 };
const check = (name: string, content: string, accept = '', type = '') =>
  checkFile(fileOf(name, content, type), { ...rules, accept });

const png = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR';
const jpeg = '\xff\xd8\xff\xe0\0\x10JFIF\0';
const webp = 'RIFF\x10\0\0\0WEBPVP8L';
const pdf = '%PDF-1.7\n';
const zip = 'PK\x03\x04\x14';
const exe = 'MZ\x90\0';
const svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';
const html = '<!DOCTYPE html><p>Hello';

describe('the kind of a file', () => {
  const known: Readonly<Partial<Record<FileKind, readonly string[]>>> = {
    png: [png],
    jpeg: [jpeg, '\xff\xd8\xff\xe1', '\xff\xd8\xff\xdb'],
    gif: ['GIF87a', 'GIF89a'],
    webp: [webp],
    avif: ['\0\0\0\x1cftypavif\0\0\0\0mif1', '\0\0\0\x1cftypmif1\0\0\0\0miafavif'],
    heic: ['\0\0\0\x18ftypheic\0\0\0\0mif1'],
    mp4: ['\0\0\0\x18ftypmp42\0\0\0\0isom', '\0\0\0\x14ftypqt  \0\0\0\0qt  '],
    bmp: ['BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0'],
    tiff: ['II*\0', 'MM\0*'],
    pdf: [pdf],
    rtf: ['{\\rtf1'],
    zip: [zip, 'PK\x05\x06'],
    ole: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    svg: [svg, `<?xml version="1.0"?>\n<!-- a -->\n${svg}`, ` \n${svg}`],
    html: [html, '<!-- a --><html>', '<SCRIPT>', '<p>'],
    script: ['#!/bin/sh', '\xef\xbb\xbf#!/usr/bin/env node'],
    program: [exe, '\x7fELF'],
  };
  for (const [kind, contents] of Object.entries(known)) {
    it(`is ${kind} by its content`, () => {
      for (const content of contents) expect(kindOf(bytes(content)), content).to.equal(kind);
    });
  }

  it('is not told by words, numbers or tables', () => {
    for (const content of ['', 'Hello', 'BMW is a car', 'a;b\n1;2', '{"a":1}', '<3 you', '5 < 6']) {
      expect(kindOf(bytes(content)), content).to.equal(undefined);
    }
    expect(kindOf(bytes('<?xml version="1.0"?><Invoice xmlns="urn:x">'))).to.equal(undefined);
  });

  it('is read of any bytes without throwing, in time', () => {
    const random = new Uint8Array(4096);
    for (let round = 0; round < 300; round += 1) {
      crypto.getRandomValues(random);
      expect(() => kindOf(random)).not.to.throw();
    }
    for (const one of ['<!--', '<?xml ', '<!doctype svg [', '<svg', ' ', '<!----', '<?x?>', '<b']) {
      expect(() => kindOf(bytes(one.repeat(1e5 / one.length)))).not.to.throw();
    }
  });
});

describe('hostile files', () => {
  it('are at least a hundred', () => {
    expect(hostileFiles.length).to.be.at.least(100);
  });

  for (const { name, content } of hostileFiles) {
    const title = JSON.stringify(name).replace(/\u202e/g, '\\u202e');
    it(`${title} beginning with ${JSON.stringify(content.slice(0, 24))} is no picture and not sent`, async () => {
      const kind = kindOf(bytes(content));
      expect(isPicture(kind)).to.equal(false);
      for (const accept of ['', 'image/*', '*/*', 'image/*,.pdf,text/plain']) {
        const refused = await check(name, content, accept);
        expect(refused, accept).to.be.oneOf(['disguised', 'type', 'empty']);
      }
    });

    it(`${title} beginning with ${JSON.stringify(content.slice(0, 24))} is never stored under a name that runs`, () => {
      const kind = kindOf(bytes(content));
      const clean = cleanName(name, kind);
      const acting = ['svg', 'html', 'script', 'program'].includes(kind ?? '');
      // Under its own name it stays what it openly is.
      if (acting && /^[\w-]*\.\w+$/.test(name)) return;
      expect(clean).not.to.match(
        /\.(?:exe|scr|com|bat|cmd|vbs|jse?|wsf|ps1|hta|url|scf|inf|reg|lnk|jar|apk|msi|svgz?|x?html?|php|class|so)$/i,
      );
    });
  }
});

describe('the check of a file', () => {
  const taken: readonly (readonly [
    name: string,
    content: string,
    accept: string,
    type?: string,
  ])[] = [
    ['a.png', png, ''],
    ['a.PNG', png, '.png'],
    ['a.jpg', jpeg, '.jpeg'],
    ['a.jpg', webp, 'image/*'],
    ['a.jpg', png, 'image/png'],
    ['image', png, 'image/*'],
    ['a.pdf', pdf, 'application/pdf'],
    ['a.docx', zip, '.docx'],
    ['a.docx', zip, 'application/vnd.x', 'application/vnd.x'],
    ['secret.docx', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '.docx'],
    ['a.txt', 'Hello', 'text/*', 'text/plain'],
    ['a.txt', 'Hello', ' .PDF , .TXT '],
    ['a.txt', 'Hello', '*/*'],
    ['a.csv', 'a;b', ''],
    ['a.doc', '{\\rtf1', '.doc'],
    ['invoice.xml', '<?xml version="1.0"?><Invoice/>', ''],
    ['logo.svg', svg, '.svg'],
    ['logo.svg', svg, 'image/svg+xml'],
    ['a.html', html, '.html'],
    ['setup.exe', exe, '.exe'],
    ['x.bat', '@echo off', '.bat'],
  ];
  for (const [name, content, accept, type] of taken) {
    it(`takes ${name} (${JSON.stringify(content.slice(0, 8))}) where "${accept}" is accepted`, async () => {
      expect(await check(name, content, accept, type)).to.equal(undefined);
    });
  }

  const refused: readonly (readonly [
    name: string,
    content: string,
    accept: string,
    why: string,
  ])[] = [
    ['a.png', '', '', 'empty'],
    ['a.pdf', pdf, 'image/*', 'type'],
    ['a.png', png, '.pdf', 'type'],
    ['a.png', png, 'image/jpeg', 'type'],
    ['a.jpg', webp, '.jpg', 'type'],
    ['a.zip', zip, '.docx', 'type'],
    ['a.png', exe, '', 'disguised'],
    ['a.png', svg, '.svg', 'disguised'],
    ['a.txt', html, '.html', 'disguised'],
    ['a.pdf', png, '', 'disguised'],
    ['a.docx', pdf, '', 'disguised'],
    ['a.png', pdf, '', 'disguised'],
    ['a.svg', png, '.svg', 'disguised'],
    ['a.png', 'words', '', 'disguised'],
    ['logo.svg', svg, '', 'type'],
    ['logo.svg', svg, 'image/*', 'type'],
    ['logo.svg', svg, '*/*', 'type'],
    ['a.html', html, 'text/*', 'type'],
    ['setup.exe', exe, '', 'type'],
    ['x.bat', '@echo off', '*', 'type'],
    ['x.jar', zip, '', 'type'],
    ['x.jar', zip, 'application/zip', 'type'],
  ];
  for (const [name, content, accept, why] of refused) {
    it(`refuses ${name} (${JSON.stringify(content.slice(0, 8))}) where "${accept}" is accepted: ${why}`, async () => {
      expect(await check(name, content, accept)).to.equal(why);
    });
  }

  it('refuses what is too large by its size alone, unread', async () => {
    const file = fileOf('a.png', png);
    Object.defineProperty(file, 'size', { value: 2 ** 31 });
    file.slice = () => expect.fail('read');
    expect(await checkFile(file, rules)).to.equal('too-large');
  });

  it('refuses what cannot be read, such as a folder', async () => {
    const file = fileOf('folder', 'x');
    file.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('no')) }) as unknown as Blob;
    expect(await checkFile(file, rules)).to.equal('type');
  });
});

describe('the name of a file', () => {
  for (const name of hostileNames) {
    it(`is safe made of ${JSON.stringify(name.slice(0, 40))}`, () => {
      for (const kind of [undefined, 'png', 'pdf', 'program', 'html', 'zip'] as const) {
        const clean = cleanName(name, kind);
        expect(clean).not.to.equal('');
        expect(Array.from(clean).length).to.be.at.most(120);
        expect(new TextEncoder().encode(clean).length).to.be.at.most(255);
        expect(clean).not.to.match(/[/\\:*?"<>|]|\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/u);
        expect(clean).not.to.match(/^[.\s]|[.\s]$/);
        expect(clean).not.to.match(/^(?:con|prn|aux|nul|com\d|lpt[\d¹²³]|clock\$)\s*(?:\.|$)/i);
        expect(clean).not.to.match(
          /\.(?:exe|scr|com|bat|js|lnk)$/i.test(name) && kind !== 'program'
            ? /\.(?:exe|scr|bat|js|lnk)$/i
            : /$^/,
        );
        expect(cleanName(clean, kind)).to.equal(clean);
      }
    });
  }

  const good: readonly (readonly [name: string, kind: FileKind | undefined, clean: string])[] = [
    ['photo.png', 'png', 'photo.png'],
    ['Überraschung für Šime.pdf', 'pdf', 'Überraschung für Šime.pdf'],
    ['الفاتورة.pdf', 'pdf', 'الفاتورة.pdf'],
    ['Report v1.2.pdf', 'pdf', 'Report v1.2.pdf'],
    ['backup.tar.gz', 'gzip', 'backup.tar.gz'],
    ['notes.txt', undefined, 'notes.txt'],
    ['README', undefined, 'README'],
    ['photo.jpg', 'webp', 'photo.webp'],
    ['photo', 'png', 'photo.png'],
    ['photo.png', undefined, 'photo.png'],
    ['bill.docx', 'zip', 'bill.docx'],
    ['logo.svg', 'svg', 'logo.svg'],
    ['logo.png', 'svg', 'logo.bin'],
    ['photo.png', 'program', 'photo.bin'],
    ['photo.jpg.exe', undefined, 'photo_jpg.bin'],
    ['photo.exe.jpg', 'jpeg', 'photo_exe.jpg'],
    ['photo\u202egpj.exe', 'program', 'photogpj.bin'],
    ['setup.exe', 'program', 'setup.exe'],
    ['../../x.png', 'png', 'x.png'],
    ['CON.png', 'png', '_CON.png'],
    ['', 'png', 'file.png'],
    ['', undefined, 'file'],
    ['.htaccess', undefined, 'htaccess'],
    ['👋 hello.png', 'png', '👋 hello.png'],
  ];
  for (const [name, kind, clean] of good) {
    it(`${JSON.stringify(name)} of ${kind ?? 'unknown content'} becomes ${JSON.stringify(clean)}`, () => {
      expect(cleanName(name, kind)).to.equal(clean);
    });
  }

  it('keeps its ending when it is cut', () => {
    expect(cleanName(`${'x'.repeat(4000)}.png`, 'png')).to.equal(`${'x'.repeat(116)}.png`);
  });
});
